import { coverageIn } from './coverage';

describe('coverageIn', () => {
  it.each([
    { text: 'NORTHERN POST English Archive 2005 -2017', edtf: '2005/2017', printed: '2005 -2017' },
    { text: 'The Northern Post (1998–2004)', edtf: '1998/2004', printed: '1998–2004' },
    { text: 'from 2005 to 2017', edtf: '2005/2017', printed: '2005 to 2017' },
    { text: 'Archive 2005 - present', edtf: '2005/..', printed: '2005 - present' },
    { text: 'أرشيف ٢٠٠٥ - ٢٠١٧', edtf: '2005/2017', printed: '٢٠٠٥ - ٢٠١٧' },
    { text: 'من 2005 إلى 2017', edtf: '2005/2017', printed: '2005 إلى 2017' },
    { text: '2017-2005, that is 2005-2017', edtf: '2005/2017', printed: '2005-2017' },
    { text: '2005-2005', edtf: '2005/2005', printed: '2005-2005' },
  ])('reads $text', ({ text, edtf, printed }) => {
    const { coverage } = coverageIn(text, 50);
    expect(coverage?.value).toBe(edtf);
    expect(text.slice((coverage?.evidence.start ?? 0) - 50, (coverage?.evidence.end ?? 0) - 50)).toBe(
      printed,
    );
  });

  it.each(['2017 - 2005', '1400-2199'])('refuses %s with an issue', (text) => {
    const issues = [{ code: 'date-impossible', start: 3, end: 3 + text.length, found: text }];
    expect(coverageIn(text, 3)).toEqual({ coverage: null, issues });
  });

  it.each([
    '',
    '2005',
    '2005-07-14',
    '2005-2017-03',
    '12-2005-2017',
    '0800-1066',
    '2005, 2017',
    '55353624-2017',
    '2005-20170',
  ])('finds none in "%s"', (text) => {
    expect(coverageIn(text, 0)).toEqual({ coverage: null, issues: [] });
  });

  it.each(['1', '2005-', '2005 ', '-', '٢'])('finds none in 1 MB of "%s"', (part) => {
    const { coverage } = coverageIn(part.repeat(1_000_000 / part.length), 0);
    expect(coverage).toBeNull();
  });
});
