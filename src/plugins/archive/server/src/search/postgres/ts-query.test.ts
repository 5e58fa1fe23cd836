import { parseQuery } from '../../../../core/search/parse-query';
import { tsQuery } from './ts-query';

describe('tsQuery', () => {
  it.each([
    ['harbour', "'harbour'"],
    ['a1 OR b1 c1', "('a1' | ('b1' & 'c1'))"],
    ['"late edition" dredg*', "(('late' <-> 'edition') & 'dredg':*)"],
    ['title:ferr* NOT byline:saleh', "('ferr':*A & !'saleh':B)"],
    ["a1' | !b1 & 'xyz':*", "('a1' & 'b1' & 'xyz':*)"],
    ['', null],
  ])('writes %s', (query, expected) => {
    expect(tsQuery(parseQuery(query).root, [])).toBe(expected);
  });

  it('adds tags, of which one of each list must be there', () => {
    expect(tsQuery(parseQuery('a1').root, [['_e1', '_e2'], ['_s3']])).toBe(
      "(('_e1' | '_e2') & '_s3' & 'a1')",
    );
  });
});
