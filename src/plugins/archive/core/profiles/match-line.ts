import { fold } from '../text/fold';
import type { LinePattern } from './profile';

/** A pattern made ready for many comparisons: every part folded once. */
export type LineMatcher = (foldedLine: string) => boolean;

/**
 * Prepares a pattern. The line it is given must be folded (`fold`): white space single, letter case, diacritics and
 * typographic variants of quotes and dashes alike. Every part that the pattern names must hold.
 */
export function lineMatcher(pattern: LinePattern): LineMatcher {
  const equals = folded(pattern.equals);
  const startsWith = folded(pattern.startsWith);
  const endsWith = folded(pattern.endsWith);
  const includes = folded(pattern.includes);
  return (line) =>
    (equals === undefined || line === equals) &&
    (startsWith === undefined || line.startsWith(startsWith)) &&
    (endsWith === undefined || line.endsWith(endsWith)) &&
    (includes === undefined || line.includes(includes));
}

/** Prepares a list of patterns into one test: does any of them match the folded line? */
export function anyLineMatcher(patterns: readonly LinePattern[]): LineMatcher {
  const matchers = patterns.map(lineMatcher);
  return (line) => matchers.some((matches) => matches(line));
}

/** Whether one line, as it stands in the record, matches the pattern. */
export function matchesLine(line: string, pattern: LinePattern): boolean {
  return lineMatcher(pattern)(fold(line));
}

function folded(part: string | undefined): string | undefined {
  return part === undefined ? undefined : fold(part);
}
