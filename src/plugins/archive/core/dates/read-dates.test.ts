import { isEdtf } from './bounds';
import type { DateOrder } from './date-reading';
import { datesIn } from './read-dates';

/** Each line holds exactly one date: the line, its EDTF, the printed part, the time. */
const LINES: readonly (readonly [line: string, edtf: string, printed?: string | undefined, time?: string])[] =
  [
    // English
    ['14 July 2016', '2016-07-14'],
    ['July 14, 2016', '2016-07-14'],
    ['July 14 2016', '2016-07-14'],
    ['Thursday, 14 July, 2016', '2016-07-14'],
    ['Posted on Thursday the 14th of July 2016 by Jane Roe', '2016-07-14', 'Thursday the 14th of July 2016'],
    ['14th of July 2016', '2016-07-14'],
    ['July 1st, 2016', '2016-07-01'],
    ['Jul. 14 2016', '2016-07-14'],
    ['JUL 14, 2016', '2016-07-14'],
    ['Sept. 3, 2009', '2009-09-03'],
    ['14-Jul-2016', '2016-07-14'],
    ['2016-Jul-14', '2016-07-14'],
    ['2016 July 14', '2016-07-14'],
    ['14 July 2016, Thursday', '2016-07-14'],
    ['14 July 2016 (Thursday)', '2016-07-14'],
    ['14 July 2016, do come', '2016-07-14', '14 July 2016'],
    ['July 2016', '2016-07'],
    ['No 98 January/February 2022', '2022-01/2022-02', 'January/February 2022'],
    ['Updated: July 14, 2016By Jane Roe', '2016-07-14', 'July 14, 2016'],
    ['14 July 2016 10:45 am', '2016-07-14', '14 July 2016 10:45 am', '10:45'],
    ['Thu, 14 Jul 2016 22:05:30 GMT', '2016-07-14', undefined, '22:05:30 GMT'],
    ['July 14, 2016 at 10:45 p.m. KSA', '2016-07-14', undefined, '22:45 KSA'],
    ['14 July 201610:45', '2016-07-14', undefined, '10:45'],
    ['10:45 am, Thursday 14 July 2016', '2016-07-14', undefined, '10:45'],
    ['12:05 am on July 14, 2016', '2016-07-14', undefined, '00:05'],
    ['14 July 2016 | 10:45 (GMT+3)', '2016-07-14', undefined, '10:45 GMT+03:00'],
    // ISO 8601 and numbers that leave no doubt
    ['2016-07-14', '2016-07-14'],
    ['2016-07-14T10:22:00+03:00', '2016-07-14', undefined, '10:22:00+03:00'],
    ['2016-07-14T10:22:00.000Z', '2016-07-14', undefined, '10:22:00Z'],
    ['2016-07-14T102200', '2016-07-14', undefined, '10:22:00'],
    ['20160714T102200Z', '2016-07-14', undefined, '10:22:00Z'],
    ['20160714T1022+0300', '2016-07-14', undefined, '10:22+03:00'],
    ['2016/07/14', '2016-07-14'],
    ['2016.7.14', '2016-07-14'],
    ['14/07/2016', '2016-07-14'],
    ['07/14/2016', '2016-07-14'],
    ['07/07/2016', '2016-07-07'],
    ['14.07.2016', '2016-07-14'],
    ['14. 7. 2016', '2016-07-14'],
    ['14-07-2016 - 10:45', '2016-07-14', undefined, '10:45'],
    // other languages
    ['Donnerstag, den 14. Juli 2016, 10.45 Uhr', '2016-07-14', undefined, '10:45'],
    ['Mi., 3. März 2010', '2010-03-03'],
    ['Jänner 2014', '2014-01'],
    ['Le jeudi 14 juillet 2016 à 10h45', '2016-07-14', 'jeudi 14 juillet 2016 à 10h45', '10:45'],
    ['1er août 2016', '2016-08-01'],
    ['14 déc. 2015', '2015-12-14'],
    ['jueves, 14 de julio de 2016', '2016-07-14'],
    ['miércoles 3 de marzo del 2010', '2010-03-03'],
    ['quinta-feira, 14 de julho de 2016', '2016-07-14'],
    ['1º de março de 2012', '2012-03-01'],
    ['giovedì 14 luglio 2016', '2016-07-14'],
    ['donderdag 14 juli 2016 om 10:45 uur', '2016-07-14', undefined, '10:45'],
    // Arabic: the Gulf and Egypt, the Levant, the Maghreb
    ['الخميس 14 يوليو 2016', '2016-07-14'],
    ['الخميس ١٤ يوليو ٢٠١٦', '2016-07-14'],
    ['۱۴ يوليو ۲۰۱۶', '2016-07-14'],
    ['الخميس، 14 تمّوز، 2016', '2016-07-14'],
    ['يوم الخميس الموافق 14 يوليو 2016م', '2016-07-14', 'الخميس الموافق 14 يوليو 2016م'],
    ['14 كانون الثاني 2016', '2016-01-14'],
    ['14 كانون الأول 2016', '2016-12-14'],
    ['3 تشرين الأول 2010', '2010-10-03'],
    ['3 تشرين الثاني 2010', '2010-11-03'],
    ['7 شباط 1999', '1999-02-07'],
    ['7 أيّار 1999', '1999-05-07'],
    ['14 جانفي 2016', '2016-01-14'],
    ['14 فيفري 2016', '2016-02-14'],
    ['14 أفريل 2016', '2016-04-14'],
    ['14 جويلية 2016', '2016-07-14'],
    ['14 أوت 2016', '2016-08-14'],
    ['14 غشت 2016', '2016-08-14'],
    ['14 يوليو (تموز) 2016', '2016-07-14'],
    ['14 تموز/يوليو 2016', '2016-07-14'],
    ['يوليو (تموز) 2016', '2016-07'],
    ['١٤/٠٧/٢٠١٦', '2016-07-14'],
    ['تاريخ النشر: 14/07/2016 10:45 ص', '2016-07-14', '14/07/2016 10:45 ص', '10:45'],
    ['14 يوليو 2016 - الساعة 10:45 مساءً', '2016-07-14', undefined, '22:45'],
    // Hijri
    ['9 شوال 1437 هـ', '2016-07-14~'],
    ['9 شوال 1437', '2016-07-14~'],
    ['٩ شوّال ١٤٣٧هـ', '2016-07-14~'],
    ['9 Shawwal 1437 AH', '2016-07-14~'],
    ['9 Shawwal 1437 A.H.', '2016-07-14~'],
    ["1 Sha'ban 1437 H", '2016-05-08~'],
    ['3 Rabi al-Awwal 1438', '2016-12-02~'],
    ['5 جمادى الآخرة 1437', '2016-03-14~'],
    ['15/10/1437 هـ', '2016-07-20~'],
    ['شوال 1437 هـ', '2016-07-06~/2016-08-03~'],
    ['1 Muharram 1300 AH', '1882-11-11~'],
    ['الخميس 9 شوال 1437 هـ - 14 يوليو 2016 م', '2016-07-14'],
    ['14 يوليو 2016 الموافق 9 شوال 1437 هـ', '2016-07-14'],
    [
      'الخميس 09 شوال 1437 هـ 14 يوليو 2016 العدد 13743',
      '2016-07-14',
      'الخميس 09 شوال 1437 هـ 14 يوليو 2016',
    ],
  ];

describe('datesIn', () => {
  const cases = LINES.map(([line, edtf, printed = line, time = null]) => ({ line, edtf, printed, time }));

  it.each(cases)('reads $line', ({ line, edtf, printed, time }) => {
    const { readings, issues } = datesIn(line, { at: 100 });
    expect(issues).toEqual([]);
    expect(readings.map((reading) => [reading.edtf, reading.time])).toEqual([[edtf, time]]);
    const [reading] = readings;
    expect(line.slice((reading?.start ?? 0) - 100, (reading?.end ?? 0) - 100)).toBe(reading?.text);
    expect(reading?.text).toBe(printed);
    expect(isEdtf(edtf)).toBe(true);
  });

  it('has a higher confidence in a name than in a number, and least in a converted date', () => {
    const sure = ['14 July 2016', '14/07/2016', 'July 2016', '9 شوال 1437'].map(
      (line) => only(line).confidence,
    );
    expect(sure).toEqual([0.95, 0.9, 0.75, 0.6]);
    expect(only('9 شوال 1437').rule).toBe('date:day-month-year:hijri:umm-al-qura');
    expect(only('1 Muharram 1300 AH').rule).toContain(':hijri:arithmetic');
  });

  it('raises the confidence when the weekday fits and halves it when not', () => {
    expect(only('Thursday, 14 July 2016')).toMatchObject({ weekdayFits: true, confidence: 0.98 });
    expect(only('Friday, 14 July 2016')).toMatchObject({
      edtf: '2016-07-14',
      weekdayFits: false,
      confidence: 0.48,
      rule: 'date:day-month-year:weekday-differs',
    });
    expect(only('so 14 July 2016')).toMatchObject({ weekdayFits: null, confidence: 0.95 });
  });

  it('lets the other calendar confirm or contradict', () => {
    expect(only('9 شوال 1437 هـ - 14 يوليو 2016').rule).toBe('date:day-month-year:hijri-agrees');
    expect(only('9 شوال 1437 هـ - 14 ديسمبر 2016')).toMatchObject({ edtf: '2016-12-14', confidence: 0.6 });
  });
});

describe('day and month', () => {
  const inOrder = (line: string, order?: DateOrder) => only(line, order);

  it('stay open without an order', () => {
    expect(inOrder('03/04/2009')).toMatchObject({
      edtf: '2009',
      precision: 'year',
      confidence: 0.5,
      either: ['2009-03-04', '2009-04-03'],
      issues: [{ code: 'date-ambiguous', start: 0, end: 10, found: '03/04/2009' }],
    });
  });

  it('follow the order that is given', () => {
    expect(inOrder('03/04/2009', 'day-month-year')).toMatchObject({
      edtf: '2009-04-03',
      confidence: 0.9,
      issues: [],
    });
    expect(inOrder('03/04/2009', 'month-day-year')).toMatchObject({ edtf: '2009-03-04', issues: [] });
  });

  it('are settled by the weekday', () => {
    expect(inOrder('Friday 03/04/2009')).toMatchObject({ edtf: '2009-04-03', provesOrder: 'day-month-year' });
    expect(inOrder('Wednesday 03/04/2009')).toMatchObject({
      edtf: '2009-03-04',
      provesOrder: 'month-day-year',
    });
    expect(inOrder('Sunday 03/04/2009')).toMatchObject({ edtf: '2009' });
  });

  it('prove the order by a number above 12 only', () => {
    expect(inOrder('14/07/2016').provesOrder).toBe('day-month-year');
    expect(inOrder('07/14/2016').provesOrder).toBe('month-day-year');
    expect(inOrder('2016-07-14').provesOrder).toBe('year-month-day');
    expect(inOrder('07/07/2016').provesOrder).toBeNull();
  });

  it('against the order are doubtful', () => {
    expect(inOrder('07/14/2016', 'day-month-year')).toMatchObject({ edtf: '2016-07-14', confidence: 0.6 });
    expect(inOrder('2016/07/14', 'day-month-year')).toMatchObject({ edtf: '2016-07-14', confidence: 0.95 });
  });

  it('with dots are taken day first, with an issue', () => {
    expect(inOrder('06.11.2023')).toMatchObject({ edtf: '2023-11-06', confidence: 0.7 });
    expect(inOrder('06.11.2023').issues.map(({ code }) => code)).toEqual(['date-ambiguous']);
  });

  it('with a year of two digits are never sure', () => {
    expect(inOrder('14.07.16')).toMatchObject({ edtf: '2016-07-14', confidence: 0.6 });
    expect(inOrder('06.11.23')).toMatchObject({ edtf: '2023-11-06', confidence: 0.5 });
    expect(inOrder('06/11/23')).toMatchObject({ edtf: '2023', confidence: 0.5 });
    expect(inOrder('06/11/23', 'month-day-year')).toMatchObject({ edtf: '2023-06-11', confidence: 0.6 });
    expect(inOrder('16-07-14')).toMatchObject({ edtf: '[2014-07-16,2016-07-14]', confidence: 0.3 });
    expect(inOrder('14-Jul-85')).toMatchObject({ edtf: '1985-07-14', confidence: 0.6 });
    expect(inOrder("14 July '65")).toMatchObject({ edtf: '2065-07-14', confidence: 0.3 });
  });

  it('of two month names that differ leave the year', () => {
    expect(inOrder('14 يوليو (آب) 2016')).toMatchObject({ edtf: '2016', confidence: 0.2 });
  });

  it('of 1437 without a mark are doubtful', () => {
    expect(inOrder('14/07/1437')).toMatchObject({ edtf: '1437-07-14', confidence: 0.3 });
  });

  it('of several days are doubtful', () => {
    expect(inOrder('14-15 July 2016')).toMatchObject({ edtf: '2016-07-15', confidence: 0.5, start: 3 });
  });
});

describe('what is no date', () => {
  it.each([
    '30 February 2016',
    'February 30, 2016',
    '29 February 2015',
    '2015-02-29',
    '14/13/2016',
    '31/04/2016',
    '2016-13-01',
    '14 July 20116',
    '14/07/20116',
    '14 July 2961',
    '32 July 2016',
    '30 فبراير 2016',
    '31 شوال 1437 هـ',
  ])('%s is impossible', (line) => {
    const { readings, issues } = datesIn(`on ${line}`, { at: 7 });
    expect(readings).toEqual([]);
    expect(issues).toEqual([{ code: 'date-impossible', start: 10, end: 10 + line.length, found: line }]);
  });

  it.each([
    '',
    'last month',
    '14 July',
    'In 1990 they met',
    '14 October 1066',
    '10.10.20.16',
    'Call 06.11.23.45.67',
    'https://news.example/2016/07/14/a-story',
    'version 1.2.2016.4',
    'Media ID: 55353624',
    'Media ID: 20160714',
    'they may 2016 times',
    '2005 -2017',
    '24/7/365',
    'sections 10. 10. 10',
    '10:45',
    '1/2 of 2016',
    'item-2016-07-14-slug',
    'صفر 20',
  ])('"%s" holds none', (line) => {
    expect(datesIn(line)).toEqual({ readings: [], issues: [] });
  });
});

describe('several dates', () => {
  it('are read in their order, with their places', () => {
    const line = 'Published 14 July 2016 10:45, updated Friday 15 July 2016, not 31 June 2016';
    const { readings, issues } = datesIn(line);
    expect(readings.map(({ edtf, text }) => [edtf, text])).toEqual([
      ['2016-07-14', '14 July 2016 10:45'],
      ['2016-07-15', 'Friday 15 July 2016'],
    ]);
    expect(issues.map(({ found }) => found)).toEqual(['31 June 2016']);
  });
});

describe('a date that the layout ran into another', () => {
  it('is read as two', () => {
    expect(datesIn('10. Februar 20199. Februar 2019').readings.map(({ edtf }) => edtf)).toEqual([
      '2019-02-10',
      '2019-02-09',
    ]);
    const { readings } = datesIn('17/11/201918/11/2019');
    expect(readings.map(({ edtf, start }) => [edtf, start])).toEqual([
      ['2019-11-17', 0],
      ['2019-11-18', 10],
    ]);
  });
});

describe('a hostile line of 1 MB', () => {
  it.each([
    '1',
    '2019',
    '201910',
    '1/',
    '14 ',
    '12/12/',
    'July ',
    'July 14 ',
    '14 July ',
    '-',
    'كانون ',
    'rabi al-',
    "rabi'",
    'ا',
    '10:45 ',
    '10. ',
  ])('of "%s" holds no date', (part) => {
    expect(datesIn(part.repeat(1_000_000 / part.length)).readings).toEqual([]);
  });

  it('of dates is read to its end', () => {
    const { readings } = datesIn('14 July 2016 '.repeat(80_000));
    expect(readings).toHaveLength(80_000);
    expect(readings.at(-1)?.end).toBe(80_000 * 13 - 1);
  });
});

function only(line: string, order?: DateOrder) {
  const { readings } = datesIn(line, { order });
  const [reading] = readings;
  if (reading === undefined || readings.length !== 1) throw new Error(`${readings.length} dates in: ${line}`);
  return reading;
}
