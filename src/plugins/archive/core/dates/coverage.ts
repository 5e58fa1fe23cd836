import { type Found, found } from '../evidence';
import { type Issue, issue } from '../issue';
import { isPublicationYear } from './date-reading';
import { type Token, tokensOf } from './tokens';

/** An archive's span of years, or why it is none. */
export interface CoverageFound {
  /** EDTF interval such as `2005/2017`, `2005/..` for one that goes on. */
  readonly coverage: Found | null;
  readonly issues: readonly Issue[];
}

const LINKS: ReadonlySet<string> = new Set(
  '- to until till through bis a al au tot ate حتي الي /'.split(' '),
);
const OPEN_ENDS: ReadonlySet<string> = new Set(
  'present now today heute presente oggi heden الان اليوم'.split(' '),
);
const LONGEST_SPAN = 300;

/**
 * Finds the years an archive covers: `2005 -2017`, `(1998–2004)`, `2005 to 2017`, `2005 - present`, `٢٠٠٥-٢٠١٧`.
 * The first span that can be is taken. Reversed spans, spans of more than 300 years and years outside 1400-2199 are
 * none; a reversed one leaves an issue. Parts of dates and telephone numbers are not read.
 */
export function coverageIn(text: string, at = 0): CoverageFound {
  const tokens = tokensOf(text);
  const issues: Issue[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const span = spanAt(tokens, index);
    if (span === null) continue;
    const place = { start: at + span.first.start, end: at + span.last.end };
    if (span.to === null || (span.from <= span.to && span.to - span.from <= LONGEST_SPAN)) {
      const edtf = `${span.from}/${span.to ?? '..'}`;
      return { coverage: found(edtf, place, 'coverage:years', span.to === null ? 0.7 : 0.85), issues };
    }
    issues.push(issue('date-impossible', place, text.slice(span.first.start, span.last.end)));
  }
  return { coverage: null, issues };
}

interface YearSpan {
  readonly from: number;
  readonly to: number | null;
  readonly first: Token;
  readonly last: Token;
}

function spanAt(tokens: readonly Token[], index: number): YearSpan | null {
  const [first, link, last] = tokens.slice(index, index + 3);
  const from = yearOf(first);
  if (from === null || first === undefined || link === undefined || last === undefined) return null;
  if (!LINKS.has(link.key) || isPartOfNumber(tokens, index, -1)) return null;
  if (OPEN_ENDS.has(last.key)) return { from, to: null, first, last };
  const to = yearOf(last);
  return to === null || isPartOfNumber(tokens, index + 2, 1) ? null : { from, to, first, last };
}

function yearOf(token: Token | undefined): number | null {
  if (token?.kind !== 'number' || token.key.length !== 4) return null;
  const year = Number(token.key);
  return isPublicationYear(year) ? year : null;
}

/** `12-2005-2017`, `2005-2017-03`, `2005/2017.5`: the years belong to something longer. */
function isPartOfNumber(tokens: readonly Token[], index: number, step: 1 | -1): boolean {
  const mark = tokens[index + step];
  const beyond = tokens[index + 2 * step];
  if (mark === undefined || beyond?.kind !== 'number') return false;
  const glued = step === 1 ? !mark.spaced && !beyond.spaced : !mark.spaced && tokens[index]?.spaced === false;
  return glued && ['-', '/', '.'].includes(mark.key);
}
