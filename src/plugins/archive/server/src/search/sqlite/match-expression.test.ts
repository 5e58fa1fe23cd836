import { parseQuery } from '../../../../core/search/parse-query';
import { matchExpression } from './match-expression';

const full = (query: string, tags: string[][] = []) => matchExpression(parseQuery(query).root, tags, 'full');

describe('matchExpression', () => {
  it.each([
    ['harbour', '"harbour"'],
    ['harbour ferry', '("harbour" AND "ferry")'],
    ['a1 OR b1 c1', '("a1" OR ("b1" AND "c1"))'],
    ['"late edition" dredg*', '("late edition" AND "dredg" *)'],
    ['title:ferry', '{title} : "ferry"'],
    ['a1 NOT b1 NOT c1', '("a1" NOT ("b1" OR "c1"))'],
    ['NOT a1', '("_d" NOT "a1")'],
    ['a1 OR NOT b1', '("a1" OR ("_d" NOT "b1"))'],
    ['NOT (NOT a1)', '("_d" NOT ("_d" NOT "a1"))'],
    ['', '"_d"'],
    ['NEAR(a1 b1) {title}:x ^y "--', '("near" AND ("a1" AND "b1") AND "title x" AND "y")'],
  ])('writes %s', (query, expected) => {
    expect(full(query)).toBe(expected);
  });

  it('adds tags, of which one of each list must be there', () => {
    expect(full('a1', [['_e1', '_e2'], ['_s3']])).toBe('(("_e1" OR "_e2") AND "_s3" AND "a1")');
    expect(full('', [['_s3']])).toBe('"_s3"');
  });

  it('does without positions and fields where the index has none', () => {
    expect(matchExpression(parseQuery('title:"late edit*" b1').root, [], 'none')).toBe(
      '(("late" AND "edit") AND "b1")',
    );
  });
});
