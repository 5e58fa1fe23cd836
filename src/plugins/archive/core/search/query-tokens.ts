import { QUERY_FIELDS, type QueryField, type QueryProblem } from './query-node';
import { searchWords } from './search-words';

export type QueryToken = { readonly start: number; readonly end: number } & (
  | { readonly is: 'open' | 'close' | 'and' | 'or' | 'not' }
  | { readonly is: 'field'; readonly field: QueryField }
  | { readonly is: 'words'; readonly words: readonly [string, ...string[]]; readonly prefix: boolean }
);

const OPERATORS = { AND: 'and', OR: 'or', NOT: 'not' } as const;
const QUOTES = /["“”„«»]/;
/** White space, parentheses and quotes end a word; `field:` is cut off its front. */
const BREAK = /[\s()"“”„«»]/;
const FIELD = new RegExp(`^(${QUERY_FIELDS.join('|')}):`, 'i');

/** Cuts a query into tokens; what cannot be one is left out with a problem. */
export function queryTokens(query: string): { tokens: QueryToken[]; problems: QueryProblem[] } {
  const tokens: QueryToken[] = [];
  const problems: QueryProblem[] = [];
  let at = 0;
  while (at < query.length) {
    const character = query.charAt(at);
    if (character === '(' || character === ')') {
      tokens.push({ is: character === '(' ? 'open' : 'close', start: at, end: at + 1 });
      at += 1;
    } else if (QUOTES.test(character)) {
      at = phrase(query, at, tokens, problems);
    } else if (/\s/.test(character)) {
      at += 1;
    } else {
      at = bareWord(query, at, tokens, problems);
    }
  }
  return { tokens, problems };
}

/** `"late edition"` */
function phrase(query: string, start: number, tokens: QueryToken[], problems: QueryProblem[]): number {
  let close = start + 1;
  while (close < query.length && !QUOTES.test(query.charAt(close))) close += 1;
  if (close === query.length) problems.push({ code: 'unbalanced-quote', start, end: start + 1 });
  const end = Math.min(close + 1, query.length);
  const [first, ...more] = searchWords(query.slice(start + 1, close));
  if (first !== undefined) tokens.push({ is: 'words', words: [first, ...more], prefix: false, start, end });
  return end;
}

/** `harbour`, `dredg*`, `AND`, or `title:` with what follows left for the next token. */
function bareWord(query: string, start: number, tokens: QueryToken[], problems: QueryProblem[]): number {
  let end = start;
  while (end < query.length && !BREAK.test(query.charAt(end))) end += 1;
  const text = query.slice(start, end);
  if (text === 'AND' || text === 'OR' || text === 'NOT') {
    tokens.push({ is: OPERATORS[text], start, end });
    return end;
  }
  const named = FIELD.exec(text)?.[1]?.toLowerCase();
  const field = QUERY_FIELDS.find((one) => one === named);
  if (field !== undefined) {
    tokens.push({ is: 'field', field, start, end: start + field.length + 1 });
    return start + field.length + 1;
  }
  const prefix = text.endsWith('*');
  const [first, ...more] = searchWords(text);
  if (first !== undefined) tokens.push({ is: 'words', words: [first, ...more], prefix, start, end });
  else if (prefix) problems.push({ code: 'lone-wildcard', start, end });
  return end;
}
