import {
  FATAL_PROBLEMS,
  QUERY_LIMITS,
  type ParsedQuery,
  type QueryField,
  type QueryNode,
  type QueryProblem,
} from './query-node';
import { queryTokens, type QueryToken } from './query-tokens';

/**
 * Reads what a person typed: `harbour "late edition" dredg* title:ferry NOT (strike OR fire)`. Words that follow each
 * other must all be there; NOT binds tightest, then AND, then OR. It never throws: what is wrong is mended and told.
 */
export function parseQuery(query: string): ParsedQuery {
  const whole = { start: 0, end: query.length };
  if (query.length > QUERY_LIMITS.length)
    return { root: null, problems: [{ code: 'query-too-long', ...whole }] };
  const { tokens, problems } = queryTokens(query);
  const fatal = fatalProblem(tokens);
  if (fatal) return { root: null, problems: [...problems, fatal] };
  const reading: Reading = { tokens, problems, at: 0 };
  const root = readAll(reading);
  if (root === null) problems.push({ code: 'nothing-to-search', ...whole });
  return { root, problems };
}

/** Whether the query must be refused. */
export function isRefused({ problems }: ParsedQuery): boolean {
  return problems.some(({ code }) => FATAL_PROBLEMS.has(code));
}

function fatalProblem(tokens: readonly QueryToken[]): QueryProblem | null {
  let terms = 0;
  let depth = 0;
  for (const token of tokens) {
    const { start, end } = token;
    if (token.is === 'words') {
      terms += token.words.length;
      const last = token.words.at(-1) ?? '';
      if (token.prefix && last.length < QUERY_LIMITS.prefix) return { code: 'prefix-too-short', start, end };
    }
    if (token.is === 'open') depth += 1;
    if (token.is === 'close') depth = Math.max(0, depth - 1);
    if (terms > QUERY_LIMITS.terms) return { code: 'too-many-terms', start, end };
    if (depth > QUERY_LIMITS.depth) return { code: 'too-deep', start, end };
  }
  return null;
}

interface Reading {
  readonly tokens: readonly QueryToken[];
  readonly problems: QueryProblem[];
  at: number;
}

/** A stray `)` ends an alternative too early: it is left out, and what follows must be there as well. */
function readAll(reading: Reading): QueryNode | null {
  const parts: QueryNode[] = [];
  for (;;) {
    const part = alternatives(reading, null);
    if (part) parts.push(part);
    const stray = reading.tokens[reading.at];
    if (!stray) return joined('and', parts);
    reading.problems.push({ code: 'unbalanced-parenthesis', start: stray.start, end: stray.end });
    reading.at += 1;
  }
}

/** `a b OR c`, up to a `)` or the end. */
function alternatives(reading: Reading, field: QueryField | null): QueryNode | null {
  const parts: QueryNode[] = [];
  let operator: QueryToken | null = null;
  for (;;) {
    const part = sequence(reading, field);
    if (part) parts.push(part);
    if (operator && (!part || parts.length === 1)) dangling(reading, operator);
    const next = reading.tokens[reading.at];
    if (next?.is !== 'or') return joined('or', parts);
    operator = next;
    reading.at += 1;
  }
}

/** `a AND b NOT c d` */
function sequence(reading: Reading, field: QueryField | null): QueryNode | null {
  const parts: QueryNode[] = [];
  for (;;) {
    const token = reading.tokens[reading.at];
    if (!token || token.is === 'or' || token.is === 'close') return joined('and', parts);
    if (token.is === 'and') {
      reading.at += 1;
      const next = reading.tokens[reading.at];
      const joinsNothing = parts.length === 0 || !next || ['and', 'or', 'close'].includes(next.is);
      if (joinsNothing) dangling(reading, token);
    } else {
      const part = negatable(reading, field);
      if (part) parts.push(part);
    }
  }
}

/** `NOT a`, `title:a`, `(a OR b)`; several NOTs in a row cancel each other out. */
function negatable(reading: Reading, field: QueryField | null): QueryNode | null {
  let negated = false;
  let last: QueryToken | null = null;
  for (let token = reading.tokens[reading.at]; token?.is === 'not'; token = reading.tokens[reading.at]) {
    negated = !negated;
    last = token;
    reading.at += 1;
  }
  let within = field;
  for (let token = reading.tokens[reading.at]; token?.is === 'field'; token = reading.tokens[reading.at]) {
    within = token.field;
    reading.at += 1;
  }
  const part = single(reading, within);
  if (!part && last) dangling(reading, last);
  return part && negated ? { is: 'not', part } : part;
}

function single(reading: Reading, field: QueryField | null): QueryNode | null {
  const token = reading.tokens[reading.at];
  if (token?.is === 'words') {
    reading.at += 1;
    return { is: 'words', words: token.words, prefix: token.prefix, field };
  }
  if (token?.is !== 'open') return null;
  reading.at += 1;
  const inner = alternatives(reading, field);
  if (reading.tokens[reading.at]?.is === 'close') reading.at += 1;
  else reading.problems.push({ code: 'unbalanced-parenthesis', start: token.start, end: token.end });
  return inner;
}

function dangling({ problems }: Reading, { start, end }: QueryToken): void {
  problems.push({ code: 'dangling-operator', start, end });
}

function joined(is: 'and' | 'or', parts: readonly QueryNode[]): QueryNode | null {
  const [only, ...more] = parts;
  if (only === undefined) return null;
  return more.length === 0 ? only : { is, parts };
}
