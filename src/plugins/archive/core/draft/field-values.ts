import type { Evidence, Found } from '../evidence';
import { issue, type Issue } from '../issue';
import { stripControlCharacters } from '../text/control-characters';

/** Field values as they may be stored, with their evidence by name and what had to be left out. */
export interface FieldValues {
  readonly values: ReadonlyMap<string, string>;
  readonly evidence: ReadonlyMap<string, Evidence>;
  readonly issues: readonly Issue[];
}

/**
 * Strips control characters from found values; one issue for each field that had any. A value of which nothing is
 * left is not found.
 */
export function fieldValues(fields: ReadonlyMap<string, Found | null>): FieldValues {
  const values = new Map<string, string>();
  const evidence = new Map<string, Evidence>();
  const issues: Issue[] = [];
  for (const [name, field] of fields) {
    if (field === null) continue;
    const value = stripControlCharacters(field.value).trim();
    if (value.length < field.value.trim().length) {
      issues.push(issue('control-characters', field.evidence, `${name}: ${controlsOf(field.value)}`));
    }
    if (value === '') continue;
    values.set(name, value);
    evidence.set(name, field.evidence);
  }
  return { values, evidence, issues };
}

/** The code points that are stripped, such as `U+202E U+202C`; each once. */
function controlsOf(value: string): string {
  const stripped = new Set([...value].filter((character) => stripControlCharacters(character) === ''));
  return [...stripped]
    .map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ');
}
