import { found } from '../evidence';
import { issue } from '../issue';
import { chooseDate, type DateCandidate } from './choose-date';

const candidate = (
  basis: DateCandidate['basis'],
  edtf: string,
  more: Partial<DateCandidate> & { confidence?: number; start?: number } = {},
): DateCandidate => {
  const { confidence = 0.9, start = 10, ...rest } = more;
  return {
    basis,
    edtf,
    text: `text of ${edtf}`,
    evidence: { start, end: start + 5, rule: 'date:test', confidence },
    ...rest,
  };
};

describe('chooseDate', () => {
  it('prefers print to metadata to url to inference', () => {
    const all = [
      candidate('inferred', '2016-07-01/2016-07-20'),
      candidate('url', '2016-07-13'),
      candidate('metadata', '2016-07-15'),
      candidate('printed', '2016-07-14', { confidence: 0.6 }),
    ];
    const chosen = chooseDate(all);
    expect(chosen).toMatchObject({
      dateEdtf: '2016-07-14',
      dateText: 'text of 2016-07-14',
      dateBasis: 'printed',
      issues: [],
    });
    expect(chosen.evidence).toEqual({
      start: 10,
      end: 15,
      rule: 'chosen:best-basis:date:test',
      confidence: 0.6,
    });
    expect(chosen.candidates.map(({ basis }) => basis)).toEqual(['printed', 'metadata', 'url', 'inferred']);
    expect(chooseDate(all.slice(0, 3)).dateBasis).toBe('metadata');
    expect(chooseDate(all.slice(0, 2)).dateBasis).toBe('url');
    expect(chooseDate(all.slice(0, 1)).dateBasis).toBe('inferred');
  });

  it('prefers what is marked as published, then what is surer, then what comes first', () => {
    const unmarked = candidate('printed', '2016-07-13', { confidence: 0.98 });
    const published = candidate('printed', '2016-07-14', { kind: 'published', confidence: 0.7 });
    expect(chooseDate([unmarked, published]).dateEdtf).toBe('2016-07-14');
    const surer = candidate('printed', '2016-07-15', { confidence: 0.99 });
    expect(chooseDate([unmarked, surer]).dateEdtf).toBe('2016-07-15');
    const second = candidate('printed', '2016-07-16', { confidence: 0.98 });
    expect(chooseDate([unmarked, second]).dateEdtf).toBe('2016-07-13');
  });

  it('lets a date of change lose to all others', () => {
    const changed = candidate('printed', '2016-08-01', { kind: 'modified' });
    expect(chooseDate([changed, candidate('url', '2016-07')]).dateEdtf).toBe('2016-07');
    expect(chooseDate([changed]).dateEdtf).toBe('2016-08-01');
  });

  it('takes the day from elsewhere where print leaves only its year sure', () => {
    const printed = candidate('printed', '2009', {
      confidence: 0.5,
      issues: [issue('date-ambiguous', { start: 10, end: 20 }, '03/04/2009')],
    });
    const chosen = chooseDate([printed, candidate('metadata', '2009-04-03')]);
    expect(chosen).toMatchObject({ dateEdtf: '2009-04-03', dateBasis: 'metadata', issues: [] });
    expect(chosen.evidence?.rule).toBe('chosen:day-within-printed-year:date:test');
    const other = chooseDate([printed, candidate('metadata', '2010-04-03')]);
    expect(other.dateEdtf).toBe('2009');
    expect(other.issues.map(({ code }) => code)).toEqual(['date-ambiguous']);
  });

  it('bounds an undated article by the era', () => {
    const coverage = found('2005/2017', { start: 60, end: 70 }, 'coverage:years', 0.85);
    expect(chooseDate([], { eraCoverage: coverage, capturedBefore: '2017-05-03T10:22:00Z' })).toEqual({
      dateText: null,
      dateEdtf: '2005/2017',
      dateBasis: 'era',
      evidence: coverage.evidence,
      candidates: [],
      notAfter: '2017-05-03',
      issues: [],
    });
    expect(chooseDate([], { eraCoverage: '2005/2017' }).evidence).toBeNull();
  });

  it('never takes the capture for the date', () => {
    expect(chooseDate([], { capturedBefore: '20170503102200' })).toMatchObject({
      dateEdtf: 'XXXX',
      dateBasis: 'unknown',
      notAfter: '2017-05-03',
    });
    expect(chooseDate([])).toMatchObject({
      dateEdtf: 'XXXX',
      dateBasis: 'unknown',
      dateText: null,
      notAfter: null,
    });
  });

  it('keeps a date outside the era, with an issue', () => {
    for (const edtf of ['2018-01-01', '2004-12']) {
      const chosen = chooseDate([candidate('printed', edtf)], { eraCoverage: '2005/2017' });
      expect(chosen.dateEdtf).toBe(edtf);
      expect(chosen.issues).toEqual([
        { code: 'date-outside-era', start: 10, end: 15, found: `text of ${edtf}` },
      ]);
    }
    expect(chooseDate([candidate('printed', '2017-12-31')], { eraCoverage: '2005/2017' }).issues).toEqual([]);
    expect(chooseDate([candidate('printed', '2018')], { eraCoverage: '2005/..' }).issues).toEqual([]);
  });

  it('marks a date after the capture and prefers any other', () => {
    const limits = { capturedBefore: '2017-05-03' };
    const late = candidate('printed', '2017-05-04');
    expect(chooseDate([late], limits)).toMatchObject({
      dateEdtf: '2017-05-04',
      issues: [{ code: 'date-future' }],
    });
    expect(chooseDate([late, candidate('url', '2017-05')], limits)).toMatchObject({
      dateEdtf: '2017-05',
      issues: [],
    });
    expect(chooseDate([candidate('printed', '2017-05-03')], limits).issues).toEqual([]);
  });

  it('drops what is no EDTF, with an issue', () => {
    const chosen = chooseDate([candidate('printed', '2015-02-29'), candidate('url', '2015-02')]);
    expect(chosen.dateEdtf).toBe('2015-02');
    expect(chosen.issues.map(({ code }) => code)).toEqual(['date-impossible']);
    expect(chooseDate([], { eraCoverage: '2017/2005' })).toMatchObject({
      dateEdtf: 'XXXX',
      dateBasis: 'unknown',
      issues: [{ code: 'date-impossible', found: '2017/2005' }],
    });
  });
});
