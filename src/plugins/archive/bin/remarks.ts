import { relative } from 'node:path';

import { decisiveIssue } from '../core/decisive-issue';
import { ISSUES, type Issue } from '../core/issue';
import type { PathNotice } from '../server/src/import/input/list-files';

/** One line about a record that did not become an article: file, what, where, what to do. */
export function remarkOn(
  file: string,
  outcome: string,
  reason: string | null,
  issues: readonly Issue[],
): string {
  const decisive = issues.find((issue) => issue.code === reason) ?? decisiveIssue(issues) ?? issues.at(-1);
  if (!decisive) return `${file}: ${outcome}.`;
  const place = decisive.end > 0 ? ` at ${decisive.start}-${decisive.end}` : '';
  const found = decisive.found === '' ? '' : ` (${decisive.found})`;
  return `${file}: ${outcome}, ${decisive.code}${place}${found}. ${ISSUES[decisive.code]}`;
}

/** One line about a path that was not read. */
export function remarkOnPath({ shown, message }: PathNotice): string {
  return `${shown}: ${message}`;
}

/** A path as short as it can be understood where the person is. */
export function shownFrom(cwd: string, path: string): string {
  const inside = relative(cwd, path);
  return inside === '' || inside.startsWith('..') ? path : inside;
}
