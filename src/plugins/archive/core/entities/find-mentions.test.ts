import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { EntityMention } from '../draft-article';
import { mentionsIn, withoutOverlaps, type MentionOptions } from './find-mentions';

function find(text: string, options: Partial<MentionOptions> = {}): EntityMention[] {
  return mentionsIn(text, { from: 0, to: text.length, language: 'en', ...options });
}

function kinds(text: string, options: Partial<MentionOptions> = {}): [string, string | null][] {
  return find(text, options).map((mention) => [mention.text, mention.kind]);
}

const names = (text: string): string[] => find(text).map((mention) => mention.text);

describe('mentionsIn, spans', () => {
  it('takes particles into the name and leaves possessives out', () => {
    expect(
      names('They met Omar al-Tarsi, Abu Qays bin Rashed and Vincent van der Loo at Qalun’s gate.'),
    ).toEqual(['Omar al-Tarsi', 'Abu Qays bin Rashed', 'Vincent van der Loo', 'Qalun']);
    expect(names('It praised Zalmar’ leaders, then al-Sahm fighters.')).toEqual(['Zalmar', 'al-Sahm']);
  });

  it('splits titles off', () => {
    const text = 'He met security chief Maj. Gen. Karim Lahoud and Qalunian Foreign Minister Rana Deeb.';
    expect(kinds(text)).toEqual([
      ['Karim Lahoud', 'person'],
      ['Qalunian', null],
      ['Rana Deeb', 'person'],
    ]);
    expect(kinds('It named the Popular Dawn Movement Secretary General Samir Qudsi.')).toEqual([
      ['Popular Dawn Movement', 'organization'],
      ['Samir Qudsi', 'person'],
    ]);
  });

  it('ties an acronym to its long form, there and later', () => {
    const text = 'Aid came from the Coastal Relief Front (CRF). Later the CRF denied it.';
    expect(kinds(text)).toEqual([
      ['Coastal Relief Front', 'organization'],
      ['CRF', 'organization'],
      ['CRF', 'organization'],
    ]);
  });

  it('splits a hyphenated pair only where both halves are known', () => {
    expect(names('The Zalmar group spoke. Its Zalmar-Iran ties and the Turkey-Qatar plan held.')).toEqual([
      'Zalmar',
      'Zalmar',
      'Iran',
      'Turkey',
      'Qatar',
    ]);
    expect(names('They read the Bose-Marten paper.')).toEqual(['Bose-Marten']);
    expect(names('Some Zalmar-backed units left.')).toEqual(['Zalmar']);
  });

  it('does not take what a sentence merely opens with', () => {
    expect(names('Moreover, talks failed. Harvests fell. The harvests rose again.')).toEqual([]);
    expect(names('Zalmar rose. All feared Zalmar then.')).toEqual(['Zalmar', 'Zalmar']);
    expect(names('Zalmar rose. All feared it.')).toEqual([]);
  });

  it('leaves out months, weekdays, pronouns and bare nationalities', () => {
    expect(
      names('On Monday I saw Palestinian and Turkish envoys; in March, they left, and so did the Israelis.'),
    ).toEqual([]);
    expect(names('The French Relief Society met in June.')).toEqual(['French Relief Society']);
  });

  it('takes from headlines only what the text knows otherwise', () => {
    const text =
      'Zalmar Leaders Meet Dawn Party\n\nThe Zalmar group met leaders of the Dawn Party on Friday.';
    expect(names(text)).toEqual(['Zalmar', 'Dawn Party', 'Zalmar', 'Dawn Party']);
    expect(names('GRAND BARGAIN REACHED\n\nnothing else was said.')).toEqual([]);
  });

  it('reads on over a wrapped line, not over a heading or a paragraph', () => {
    const wrapped =
      'the ministry had told reporters the day before that Karim\n   Lahoud was on his way home.';
    expect(names(wrapped)).toEqual(['Karim\n   Lahoud']);
    expect(names('they saw Karim\n\nLahoud saw them, said Lahoud.')).toEqual(['Karim', 'Lahoud', 'Lahoud']);
  });

  it('parts a place from the event held there', () => {
    expect(kinds('speakers at the Tehran Second Orchard Support Conference then')).toEqual([
      ['Tehran', 'place'],
      ['Second Orchard Support Conference', 'event'],
    ]);
  });

  it('handles dotted acronyms', () => {
    expect(kinds('It followed the U.S.-ordered steps in the U.S. The bank agreed.')).toEqual([
      ['U.S.', 'place'],
      ['U.S.', 'place'],
    ]);
  });

  it('keeps to the range and to names that are not ignored', () => {
    const text = 'In Iran, The Qalun Courier told of Syria.';
    expect(find(text, { from: 8 }).map((mention) => mention.start)).toEqual([13, 35]);
    expect(kinds(text, { ignore: ['Qalun Courier'] })).toEqual([
      ['Iran', 'place'],
      ['Syria', 'place'],
    ]);
  });
});

describe('mentionsIn, kinds', () => {
  it.each([
    ['yesterday Nadia Rahmoun said so', 'Nadia Rahmoun', 'person'],
    ['then Nadia Rahmoun, 45, left', 'Nadia Rahmoun', 'person'],
    ['the singer Nadia Rahmoun left', 'Nadia Rahmoun', 'person'],
    ['then Nadia Rahmoun along with other military leaders left', 'Nadia Rahmoun', 'person'],
    ['all praised Nadia Rahmoun for it', 'Nadia Rahmoun', null],
    ['he studied at Qalun State University then', 'Qalun State University', 'organization'],
    ['a report of the Bank of Qalun said', 'Bank of Qalun', 'organization'],
    ['it lies in the Qalun Strip there', 'Qalun Strip', 'place'],
    ['it fell near Qalun again', 'Qalun', 'place'],
    ['the Zalmar organization is', 'Zalmar', 'organization'],
    ['after the Orchard War ended', 'Orchard War', 'event'],
    ['all feared Zalmar then', 'Zalmar', null],
  ])('%s', (text, name, kind) => {
    expect(kinds(text)).toEqual([[name, kind]]);
  });

  it('lowers confidence where less speaks for a mention', () => {
    expect(find('all feared Zalmar then')[0]?.confidence).toBe(0.4);
    expect(find('all praised Nadia Rahmoun for it')[0]?.confidence).toBe(0.6);
    expect(find('Qalun- Sources spoke.', { dateline: 'Qalun' })[0]).toEqual({
      text: 'Qalun',
      kind: 'place',
      start: 0,
      end: 5,
      confidence: 0.95,
    });
  });

  it('knows a surname once the full name is a person', () => {
    expect(kinds('then Nadia Rahmoun said no. But Rahmoun left.')).toEqual([
      ['Nadia Rahmoun', 'person'],
      ['Rahmoun', 'person'],
    ]);
  });

  it('believes a surname rather than a preposition, and takes no acronym for a place', () => {
    expect(kinds('then Nadia Rahmoun said no. They lost to Rahmoun and to CRF.')).toEqual([
      ['Nadia Rahmoun', 'person'],
      ['Rahmoun', 'person'],
      ['CRF', null],
    ]);
  });

  it('asks for a cue in German, where all nouns have capitals', () => {
    expect(kinds('das ist der Baum in Berlin', { language: 'de-AT' })).toEqual([['Berlin', 'place']]);
  });
});

describe('withoutOverlaps', () => {
  it('keeps the surer mention', () => {
    const mention = (start: number, end: number, confidence: number): EntityMention => {
      return { text: 'x', kind: null, start, end, confidence };
    };
    expect(withoutOverlaps([mention(4, 9, 0.5), mention(0, 5, 0.4), mention(9, 11, 0.1)])).toEqual([
      mention(4, 9, 0.5),
      mention(9, 11, 0.1),
    ]);
  });
});

describe('mentionsIn, hostile lines of 1 MB', () => {
  const size = 1_000_000;
  it.each([
    ['capitals', 'A ', 0],
    ['articles', 'al-', 0],
    ['capital articles', 'Al-', 0],
    ['brackets', '(', 0],
    ['conjunctions', 'Bank of Ab and ', null],
    ['acronyms', 'Aa Bb (AB) ', null],
    ['dots', 'A.', 0],
    ['apostrophes', 'A’', 0],
    ['titles', 'Gen. ', 0],
    ['Arabic', 'بن ', null],
    ['Arabic quotes', 'حزب «', null],
    ['newlines', 'Aa\n', 0],
  ])('%s', (_name, unit, count) => {
    const text = unit.repeat(size / unit.length);
    const found = find(text, { language: null, ignore: ['A B C', 'al-al'], dateline: 'A' });
    if (count !== null) expect(found.filter((mention) => mention.confidence < 0.95)).toHaveLength(count);
    expect(found.every((mention) => text.slice(mention.start, mention.end) === mention.text)).toBe(true);
  });
});

const SEED = resolve('../shared/corpus/seed-page-dump.txt');
const hasCorpus = existsSync(SEED) || process.env['CI'] !== undefined;
if (!hasCorpus) console.warn(`skipped: ${SEED} is not there`);

(hasCorpus ? describe : describe.skip)('mentionsIn, the seed page dump', () => {
  const text = hasCorpus ? readFileSync(SEED, 'utf8') : '';
  const found = find(text, { dateline: 'Riyadh', ignore: ['Asharq Al-Awsat'] });
  const of = (kind: string): Set<string> =>
    new Set(found.filter((one) => one.kind === kind).map((one) => one.text));

  it('gives every person', () => {
    const persons = [
      'Marwan Issa',
      'Yehya al-Sinwar',
      'Mahmoud al-Zahar',
      'Bashar al-Assad',
      'Abu Qassem Daghmash',
    ];
    for (const person of [...persons, 'Abbas Ibrahim', 'Imad Alalami'])
      expect(of('person')).toContain(person);
  });

  it('gives every organization', () => {
    const organizations = [
      'Hamas',
      'Hezbollah',
      'IRGC',
      'PLO',
      'PIJ',
      'Izz ad-Din al-Qassam Brigades',
      'Baath Party',
    ];
    for (const name of [...organizations, 'Syrian Arab Socialist Ba’ath Party'])
      expect(of('organization')).toContain(name);
  });

  it('gives every place', () => {
    const places = [
      'Iran',
      'Syria',
      'Riyadh',
      'Damascus',
      'Lebanon',
      'Gaza Strip',
      'Tehran',
      'Turkey',
      'Qatar',
    ];
    for (const name of places) expect(of('place')).toContain(name);
  });

  it('leaves the paper out and never overlaps', () => {
    expect(found.filter((mention) => /asharq/i.test(mention.text))).toEqual([]);
    found.forEach((mention, at) => {
      expect(text.slice(mention.start, mention.end)).toBe(mention.text);
      expect(mention.start).toBeGreaterThanOrEqual(found[at - 1]?.end ?? 0);
    });
  });
});
