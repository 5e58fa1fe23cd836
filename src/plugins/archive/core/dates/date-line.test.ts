import { dateLineIn } from './date-line';

const DATE_LINES: readonly (readonly [line: string, edtf: string, kind: string, taken: string])[] = [
  ['14 July 2016', '2016-07-14', 'unmarked', '14 July 2016'],
  ['Thursday, 14 July 2016 10:45 am KSA', '2016-07-14', 'unmarked', 'Thursday, 14 July 2016 10:45 am KSA'],
  ['Posted on July 14, 2016', '2016-07-14', 'published', 'Posted on July 14, 2016'],
  ['Published: 14 July 2016 |', '2016-07-14', 'published', 'Published: 14 July 2016'],
  ['Last modified: 2016-07-14', '2016-07-14', 'modified', 'Last modified: 2016-07-14'],
  ['Updated 14 July 2016', '2016-07-14', 'modified', 'Updated 14 July 2016'],
  ['Published 14 July 2016 | Updated 15 July 2016', '2016-07-14', 'published', 'Published 14 July 2016'],
  ['Updated: 15 July 2016 - Published: 14 July 2016', '2016-07-14', 'published', 'Published: 14 July 2016'],
  ['14 July 2016 (Updated 15 July 2016)', '2016-07-14', 'unmarked', '14 July 2016'],
  ['by JANE ROE | July 14, 2016 | Local News', '2016-07-14', 'unmarked', 'July 14, 2016'],
  ['Posted by Jane Roe on July 14, 2016 · 3 Comments', '2016-07-14', 'published', 'on July 14, 2016'],
  ['Von Erika Muster, 14. Juli 2016, 10:45 Uhr', '2016-07-14', 'unmarked', '14. Juli 2016, 10:45 Uhr'],
  ['London, 14 July 2016', '2016-07-14', 'unmarked', '14 July 2016'],
  ['Issue No 13743, Thursday 14 July 2016', '2016-07-14', 'unmarked', 'Thursday 14 July 2016'],
  ['تاريخ النشر: 14/07/2016', '2016-07-14', 'published', 'تاريخ النشر: 14/07/2016'],
  ['آخر تحديث: 14 يوليو 2016', '2016-07-14', 'modified', 'آخر تحديث: 14 يوليو 2016'],
  ['الخميس 09 شوال 1437 هـ - 14 يوليو 2016 مـ رقم العدد [13743]', '2016-07-14', 'unmarked', ''],
  ['لندن: 14 يوليو 2016', '2016-07-14', 'unmarked', '14 يوليو 2016'],
  ['بقلم: فلان الفلاني - 14 يوليو 2016', '2016-07-14', 'unmarked', '14 يوليو 2016'],
];

const PROSE = [
  '',
  'Palestinian sources revealed',
  'The council met on 14 July 2016 to discuss the harbour.',
  'On 14 July 2016 the council met.',
  'Born 14 July 2016',
  'Meeting of 14 July 2016',
  'John A. 14 July 2016 at 10:45',
  'Roe) 14 July 2016',
  'Comment by Jane Roe - 14 July 2016 at 10:45',
  'Jane Roe | 14 July 2016 | Reply',
  'London, 14 July 2016 - The harbour will close, officials said',
  '14 July 2016 - 20 July 2016',
  'ولد في مدينة بعيدة بتاريخ 14 يوليو 2016',
  '2005 -2017',
  '30 February 2016',
  '1 May 2016, 2 May 2016, 3 May 2016, 4 May 2016',
];

describe('dateLineIn', () => {
  const cases = DATE_LINES.map(([line, edtf, kind, taken]) => ({ line, edtf, kind, taken }));

  it.each(cases)('takes $line', ({ line, edtf, kind, taken }) => {
    const found = dateLineIn(line, 1000);
    expect(found).toMatchObject({ kind, reading: { edtf } });
    const part = line.slice((found?.taken.start ?? 0) - 1000, (found?.taken.end ?? 0) - 1000);
    if (taken !== '') expect(part).toBe(taken);
    expect(line.slice((found?.reading.start ?? 0) - 1000, (found?.reading.end ?? 0) - 1000)).toBe(
      found?.reading.text,
    );
  });

  it.each(PROSE)('leaves "%s"', (line) => {
    expect(dateLineIn(line, 0)).toBeNull();
  });

  it('counts a date of change half, and keeps all dates of the line', () => {
    expect(dateLineIn('Updated 14 July 2016', 0)?.reading).toMatchObject({ confidence: 0.48 });
    const both = dateLineIn('Published 14 July 2016 | Updated 15 July 2016', 0)?.dates;
    expect(both?.map(({ kind, reading }) => [kind, reading.edtf])).toEqual([
      ['published', '2016-07-14'],
      ['modified', '2016-07-15'],
    ]);
  });

  it('follows the order it is given', () => {
    expect(dateLineIn('03/04/2009', 0)?.reading.edtf).toBe('2009');
    expect(dateLineIn('03/04/2009', 0, { order: 'month-day-year' })?.reading.edtf).toBe('2009-03-04');
  });

  it.each(['14 July 2016 ', '1', '| ', 'Posted on '])('leaves 1 MB of "%s"', (part) => {
    expect(dateLineIn(part.repeat(1_000_000 / part.length), 0)).toBeNull();
  });
});
