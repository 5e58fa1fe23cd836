import { estimate } from './estimate';

const sample = { bytes: 30_000, records: 10, bodyBytes: 25_000, seconds: 0.02 };

describe('estimate', () => {
  it('scales the sample to all bytes', () => {
    expect(estimate(sample, 3_000_000, 2)).toEqual({
      records: 1000,
      databaseBytes: 1000 * 16_384,
      seconds: 2,
    });
  });

  it('counts one row for a draft', () => {
    expect(estimate(sample, 3_000_000, 1).databaseBytes).toBe(1000 * 12_288);
  });

  it('expects nothing of an empty dump', () => {
    expect(estimate({ bytes: 0, records: 0, bodyBytes: 0, seconds: 0 }, 0, 2).records).toBe(0);
  });

  it('is bound by writing where reading is quick', () => {
    expect(estimate({ ...sample, seconds: 0 }, 30_000, 2).seconds).toBe(1);
  });
});
