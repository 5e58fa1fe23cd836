import { linesOf } from '../text/lines';
import { blocksOf } from './block';
import { readByRules } from './read-by-rules';

const read = (text: string) => {
  const reading = readByRules(text, blocksOf(linesOf(text)));
  return {
    headline: reading.headline?.value ?? null,
    rule: reading.headline?.evidence.rule ?? null,
    source: reading.source?.value ?? null,
    byline: reading.byline?.value ?? null,
    date: reading.dates[0]?.edtf ?? null,
    credits: reading.marked.map(({ field, value }) => [field, value?.value]),
    body: reading.paragraphs.map(({ text: paragraph }) => paragraph),
  };
};

const FIRST =
  'The harbour board said on Monday that the ferry to the islands would not sail until the spring.';
const SECOND =
  'Passengers who hold tickets for the ferry can have their money back, or a bag of salt, the board added.';
const THIRD =
  'Nobody has asked for the salt so far. The board keeps it in a dry place, and will go on asking.';

describe('readByRules', () => {
  it('reads a page as a browser shows it', () => {
    const page = [
      'Ferry Laid Up Until Spring – The Daily Quay\n\nSkip to content\n\nThe Daily Quay\n\nHome\nNews\nSport\nLetters',
      'We use cookies to improve this site. Read our privacy policy to learn about consent and tracking.',
      'Ferry Laid Up Until Spring\n\nBy Rosa Dunmere | 4 March 2003',
      `${FIRST}\n\nPhoto: Dina Karvell\n\n${SECOND}\n\n${THIRD}`,
      'Related stories\n\nSalt prices rise again in the islands, say traders, who blame the weather and the board.',
      '3 Comments\n\nTom says: I had a ticket for this ferry and would have taken the salt, had anybody asked me.',
    ].join('\n\n');
    expect(read(page)).toEqual({
      headline: 'Ferry Laid Up Until Spring',
      rule: 'title:repeated',
      source: 'The Daily Quay',
      byline: 'Rosa Dunmere',
      date: '2003-03-04',
      credits: [['media.credit', 'Dina Karvell']],
      body: [FIRST, SECOND, THIRD],
    });
  });

  it('reads a page as lynx prints it', () => {
    const page = `   #The Daily Quay » Feed The Daily Quay » Comments Feed

   [logo.png]
   (BUTTON) Menu
     * Home
     * News
     * Sport
     * Letters to the Editor

Ferry Laid Up Until Spring

   by Rosa Dunmere on March 4, 2003

   The harbour board said on Monday that the ferry to the islands would
   not sail until the spring.

   Passengers who hold tickets for the ferry can have their money back, or
   a bag of salt, the board added.

   Nobody has asked for the salt so far. The board keeps it in a dry
   place, and will go on asking.

Leave a Reply

   Your email address will not be published. Required fields are marked *
   ____________________
`;
    expect(read(page)).toMatchObject({
      headline: 'Ferry Laid Up Until Spring',
      byline: 'Rosa Dunmere',
      date: '2003-03-04',
      body: [FIRST, SECOND, THIRD],
    });
  });

  it('reads an Arabic page', () => {
    const first =
      'قالت هيئة الميناء يوم الاثنين إن العبارة المتجهة إلى الجزر لن تبحر قبل حلول فصل الربيع المقبل.';
    const second =
      'وأضافت الهيئة أن في وسع الركاب الذين اشتروا تذاكرهم أن يستردوا ثمنها أو أن يأخذوا كيساً من الملح.';
    const page = `توقف العبارة حتى الربيع | صحيفة الرصيف\nالرئيسية\nأخبار\nرياضة\n\nبقلم: سامر النجماوي\n4 آذار 2003\n\n${first}\n\n${second}\n\nجميع الحقوق محفوظة`;
    expect(read(page)).toEqual({
      headline: 'توقف العبارة حتى الربيع',
      rule: 'title:separator',
      source: 'صحيفة الرصيف',
      byline: 'سامر النجماوي',
      date: '2003-03-04',
      credits: [],
      body: [first, second],
    });
  });

  it('prefers the page title that names an archive and its years', () => {
    const page = `News From the Islands | The Daily Quay\n\nFerry Laid Up | QUAY Archive 1999 - 2011\nHome\n\nSalt Prices and the Ferry\n\n${FIRST}\n\n${SECOND}`;
    expect(read(page)).toMatchObject({ headline: 'Ferry Laid Up', rule: 'title:archive' });
  });

  it('leaves out notices and comments, however long', () => {
    const notice =
      'We use cookies on this page, and ask for your consent. Read more about tracking in our rules.';
    const comment =
      'I had a ticket for this ferry and would have taken the salt, had anybody asked me. '.repeat(9);
    const page = `Ferry Laid Up | The Quay\n\n${FIRST}\n\n${notice}\n\n${SECOND}\n\n${THIRD}\n\n3 Comments\n\n${comment}`;
    expect(read(page).body).toEqual([FIRST, SECOND, THIRD]);
  });

  it('prefers a whole article to more prose below the heading of other stories', () => {
    const article = `${FIRST} ${SECOND}\n\n${THIRD} ${SECOND}\n\n${FIRST} ${THIRD} ${SECOND}`;
    const other =
      `${'Another paper printed a longer story of salt and of boats on that day. '.repeat(8)}\n\n`.repeat(5);
    const page = `     * Home\n     * News\n     * Sport\n\nFerry Laid Up Until Spring\n\n4 March 2003\n\n${article}\n\nRelated stories\n\nBoats and Salt\n\n${other}`;
    expect(read(page)).toMatchObject({ headline: 'Ferry Laid Up Until Spring', body: article.split('\n\n') });
  });

  describe('of what a text browser prints', () => {
    const head = 'The Quay The Quay\n\n     * Home\n     * News\n     * Sport\n\nThe Quay\n\n5 March 2003';
    const headlineOf = (above: string) =>
      read(`${head}\n\n${above}\n\n4 March 2003\n\n${FIRST}\n\n${SECOND}\n\n${THIRD}`).headline;

    it('takes the headline, not the standfirst below it', () => {
      const standfirst = 'The harbour board would not sail the ferry to the islands until the spring.';
      expect(headlineOf(`Salt for Tickets\n\n${standfirst}`)).toBe('Salt for Tickets');
    });

    it('takes no two sentences for a headline', () => {
      const notice = 'The board sends your ticket to the harbour. Do you agree to the ferry?';
      expect(headlineOf(`Ferry Laid Up\n\n${notice}`)).toBe('Ferry Laid Up');
    });

    it('parts a quotation from the line that is glued to it', () => {
      expect(headlineOf('Ferry to the islands"The board would not sail"')).toBe('"The board would not sail"');
    });
  });

  it('finds no body in a menu', () => {
    expect(read('Home\nNews\nSport\nContact us\n').body).toEqual([]);
  });
});
