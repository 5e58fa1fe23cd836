import { issue, type Issue, type IssueCode } from '../issue';
import type { Encoding } from '../source-record';
import type { Span } from '../span';
import type { Repair } from './mojibake';

/** A damaged file has the same trouble thousands of times; after this many one issue speaks for the rest. */
const MOST_ISSUES = 20;
const LONGEST_FOUND = 120;

export function guessIssues(encoding: Encoding, text: string): Issue[] {
  if (encoding.from !== 'guessed') return [];
  return [issue('encoding-guessed', { start: 0, end: text.length }, encoding.name)];
}

export function invalidIssues(places: readonly (Span & { readonly found: string })[]): Issue[] {
  return capped('encoding-invalid', places);
}

export function repairIssues(repairs: readonly Repair[]): Issue[] {
  return capped(
    'mojibake-repaired',
    repairs.slice(0, MOST_ISSUES).map(({ start, end, original }) => ({ start, end, found: original })),
    repairs.length,
  );
}

/** The last of the issues says how many places more there are: `0x93 (and 480 more)`. */
function capped(
  code: IssueCode,
  places: readonly (Span & { readonly found: string })[],
  total: number = places.length,
): Issue[] {
  return places.slice(0, MOST_ISSUES).map((place, index) => {
    const found = place.found.slice(0, LONGEST_FOUND);
    const more = index === MOST_ISSUES - 1 ? total - MOST_ISSUES : 0;
    return issue(code, place, more > 0 ? `${found} (and ${more} more)` : found);
  });
}
