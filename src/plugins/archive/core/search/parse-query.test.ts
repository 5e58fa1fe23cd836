import fc from 'fast-check';

import { isRefused, parseQuery } from './parse-query';
import type { QueryNode } from './query-node';

/** A query's meaning in one line: `(a & title:"b c" & !(d | e*))`. */
function shown(node: QueryNode | null): string {
  if (node === null) return '';
  if (node.is === 'not') return `!${shown(node.part)}`;
  if (node.is !== 'words') return `(${node.parts.map(shown).join(node.is === 'and' ? ' & ' : ' | ')})`;
  const text = node.words.length > 1 ? `"${node.words.join(' ')}"` : node.words[0];
  return `${node.field ? `${node.field}:` : ''}${text}${node.prefix ? '*' : ''}`;
}

const meaning = (query: string) => shown(parseQuery(query).root);
const problems = (query: string) => parseQuery(query).problems.map(({ code }) => code);

describe('parseQuery', () => {
  it.each([
    ['harbour', 'harbour'],
    ['Harbour ferry', '(harbour & ferry)'],
    ['harbour AND ferry', '(harbour & ferry)'],
    ['a1 OR b1 c1', '(a1 | (b1 & c1))'],
    ['a1 NOT b1', '(a1 & !b1)'],
    ['NOT NOT a1', 'a1'],
    ['NOT (a1 OR b1)', '!(a1 | b1)'],
    ['"late edition" dredg*', '("late edition" & dredg*)'],
    ['«طبعة ثانية»', '"طبعه ثانيه"'],
    ['title:Ferry byline:"Rima Saleh"', '(title:ferry & byline:"rima saleh")'],
    ['TITLE:(a1 OR body:b1)', '(title:a1 | body:b1)'],
    ['al-Sinwar', 'sinwar'],
    ['half-built', '"half built"'],
    ['and or not', '(and & or & not)'],
    ['http://x.org 12:30', '("http x org" & "12 30")'],
  ])('reads %s', (query, expected) => {
    expect(meaning(query)).toBe(expected);
    expect(problems(query)).toEqual([]);
  });

  it.each([
    ['"late edition', '"late edition"', ['unbalanced-quote']],
    ['(a1 b1', '(a1 & b1)', ['unbalanced-parenthesis']],
    ['a1) b1', '(a1 & b1)', ['unbalanced-parenthesis']],
    ['a1 AND', 'a1', ['dangling-operator']],
    ['OR a1', 'a1', ['dangling-operator']],
    ['a1 NOT', 'a1', ['dangling-operator']],
    ['a1 *', 'a1', ['lone-wildcard']],
    ['', '', ['nothing-to-search']],
    ['AND OR NOT', '', ['dangling-operator', 'dangling-operator', 'dangling-operator', 'nothing-to-search']],
    ['title:', '', ['nothing-to-search']],
    ['()', '', ['nothing-to-search']],
    ['\u0000\u202e!!', '', ['nothing-to-search']],
  ])('mends %j', (query, expected, codes) => {
    expect(meaning(query)).toBe(expected);
    expect(problems(query)).toEqual(codes);
    expect(isRefused(parseQuery(query))).toBe(false);
  });

  it.each([
    ['too long', 'x'.repeat(513), 'query-too-long'],
    ['with too many terms', 'ab '.repeat(41), 'too-many-terms'],
    ['with a phrase of too many words', `"${'ab '.repeat(41)}"`, 'too-many-terms'],
    ['too deep', `${'('.repeat(9)}a${')'.repeat(9)}`, 'too-deep'],
    ['with a short prefix', 'harbour a*', 'prefix-too-short'],
  ])('refuses a query %s', (_, query, code) => {
    const parsed = parseQuery(query);
    expect(parsed.root).toBeNull();
    expect(isRefused(parsed)).toBe(true);
    expect(parsed.problems.at(-1)?.code).toBe(code);
  });

  it('says where a problem is', () => {
    expect(parseQuery('ferry "late').problems).toEqual([{ code: 'unbalanced-quote', start: 6, end: 7 }]);
  });

  it('answers anything, with words that hold no sign of any query language', () => {
    const parts = fc.constantFrom(
      ...['"', '(', ')', '*', ' ', 'AND ', 'OR ', 'NOT ', 'title:', "';--", 'ab', '\0'],
    );
    const queries = fc.oneof(
      fc.array(parts).map((all) => all.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(queries, (query) => {
        const { root } = parseQuery(query);
        expect(shown(root)).toMatch(/^[\p{L}\p{N}\p{M} "()!&|*:]*$/u);
      }),
      { numRuns: 2000 },
    );
  });
});
