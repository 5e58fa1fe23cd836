import { issue } from '../../issue';
import type { SourceRecord } from '../../source-record';
import { NOTHING_STATED } from '../../stated-article';
import { unmappedIssues, type ColumnPlan } from '../columns/column-plan';
import { statedOfValues } from '../columns/stated-of-values';
import { leavesOf, listPath } from './json-values';
import { parseJson, type ParsedJson } from './parse-json';

/** A record whose text was parsed as JSON. */
export interface JsonRecord {
  readonly record: SourceRecord;
  readonly parsed: ParsedJson;
}

/** Parses a record's text. What is no JSON quarantines it; its text is kept for a person to look at. */
export function parseRecord(record: SourceRecord): JsonRecord {
  const parsed = parseJson(record.text);
  if (parsed.root === null) {
    const { at, found } = parsed.fault;
    const span = { start: at, end: Math.min(at + found.length, record.text.length) };
    const issues = [...record.issues, issue('json-invalid', span, found)];
    // Not read as a page of text: brackets and quotes are no headline.
    return {
      parsed,
      record: { ...record, stated: NOTHING_STATED, issues, refused: record.refused ?? 'quarantined' },
    };
  }
  const twice = parsed.duplicates.map(({ at, found }) =>
    issue(
      'json-duplicate-key',
      { start: at, end: Math.min(at + found.length + 2, record.text.length) },
      found,
    ),
  );
  return { parsed, record: { ...record, issues: [...record.issues, ...twice] } };
}

/** States what the objects of one file hold, and tells each property that is left out once, where it comes first. */
export function stateByColumns(plan: ColumnPlan): (json: JsonRecord) => SourceRecord {
  const told = new Set(plan.leftOut);
  return ({ record, parsed }) => {
    if (parsed.root === null) return record;
    const values = leavesOf(record.text, parsed.root).map(({ path, column, placed, end }) => ({
      column: plan.columns.has(column) ? column : listPath(path).join('.'),
      placed,
      end,
    }));
    const { stated, issues } = statedOfValues(values, plan, record.format);
    const more = values.filter(({ column, placed }) => {
      return !plan.columns.has(column) && !told.has(column) && placed.text.trim() !== '';
    });
    const unknown = unmappedIssues([...new Set(more.map(({ column }) => column))]);
    for (const { column } of more.slice(0, MOST_TOLD)) told.add(column);
    const ofFile = record.index === 0 ? plan.issues : [];
    return { ...record, stated, issues: [...record.issues, ...ofFile, ...unknown, ...issues] };
  };
}

/** Objects whose names are data (a date, an ID) would fill the memory. */
const MOST_TOLD = 1000;
