import type { DateCandidate } from '../../dates/choose-date';
import { found, type Found } from '../../evidence';
import { authorIn } from '../../fields/byline';
import { mediaOf } from '../../fields/media';
import type { Marked } from '../../fields/markers';
import { issue, type Issue } from '../../issue';
import type { ColumnField } from '../../profiles/profile';
import { NOTHING_STATED, type StatedArticle } from '../../stated-article';
import { positionOf, spanOf, trimPlaced, type PlacedText } from '../../text/placed-text';
import type { ColumnPlan } from './column-plan';
import type { ColumnValue } from './column-values';
import { dateOfValue } from './date-of-value';
import type { MappedColumn } from './guess-columns';
import { languageOfValue } from './language-of-value';
import { isNotShown } from './status-words';
import { bodyOfValue, plainOfValue } from './text-of-value';

/** What a record states, and what is wrong with it. */
export interface StatedRecord {
  readonly stated: StatedArticle;
  readonly issues: readonly Issue[];
}

interface Mapped {
  readonly column: MappedColumn;
  readonly placed: PlacedText;
  readonly end: number;
  readonly rule: string;
}

/** Makes an article of the values of a record. `values` stand in the order of the record; `format` names the rules. */
export function statedOfValues(
  values: readonly ColumnValue[],
  plan: ColumnPlan,
  format: string,
): StatedRecord {
  const byField = mappedValues(values, plan, format);
  const first = (field: ColumnField) => byField.get(field)?.[0] ?? null;
  const text = (field: ColumnField) => foundOf(first(field));
  const body = first('body');
  const rich = body === null ? null : bodyOfValue(body.placed);
  const title = first('title');
  const dates = datesOf(byField, plan);
  const language = languageOf(first('language'));
  const status = first('status');
  const unpublished = status !== null && isNotShown(status.placed.text);
  const media = mediaOf(markedMedia(byField));
  return {
    stated: {
      ...NOTHING_STATED,
      title: title === null ? null : { placed: plainOfValue(title.placed), evidence: evidenceOf(title) },
      body: body === null || rich === null ? null : { placed: rich.placed, evidence: evidenceOf(body) },
      bodyMarkdown: rich?.markdown ?? null,
      kicker: text('kicker'),
      standfirst: text('standfirst'),
      byline: bylineOf(first('byline')),
      dateline: text('dateline'),
      section: text('section'),
      tags: (byField.get('tags') ?? []).flatMap(tagsOf),
      dates: dates.candidates,
      language: language.found,
      legacyId: text('legacyId'),
      legacyUrl: text('legacyUrl'),
      otherUrls: (byField.get('otherUrls') ?? []).map((one) => foundOf(one)),
      source: text('source'),
      media: [...media, ...(rich?.media ?? [])],
      unpublished,
    },
    issues: [
      ...dates.issues,
      ...language.issues,
      ...(unpublished ? [issue('not-published', evidenceOf(status), status.placed.text)] : []),
    ],
  };
}

function mappedValues(
  values: readonly ColumnValue[],
  { columns }: ColumnPlan,
  format: string,
): Map<ColumnField, Mapped[]> {
  const byField = new Map<ColumnField, Mapped[]>();
  for (const value of values) {
    const column = columns.get(value.column);
    const placed = trimPlaced(value.placed);
    if (column === undefined || placed.text === '') continue;
    const rule = `${format}:column:${column.column}${column.by === 'profile' ? '' : ':guessed'}`;
    const whole = value.placed.text.trimEnd().length === value.placed.text.length;
    const end = whole ? value.end : spanOf(placed, 0, placed.text.length).end;
    const mapped = { column, placed, rule, end };
    const list = byField.get(column.field);
    if (list === undefined) byField.set(column.field, [mapped]);
    else list.push(mapped);
  }
  return byField;
}

function evidenceOf({ placed, rule, column, end }: Mapped) {
  return { start: positionOf(placed, 0), end, rule, confidence: column.confidence };
}

function foundOf(mapped: Mapped): Found;
function foundOf(mapped: Mapped | null): Found | null;
function foundOf(mapped: Mapped | null): Found | null {
  return mapped === null ? null : { value: plainOfValue(mapped.placed).text, evidence: evidenceOf(mapped) };
}

/** `By Jane Roe` -> `Jane Roe`. */
function bylineOf(mapped: Mapped | null): Found | null {
  const byline = foundOf(mapped);
  return byline === null ? null : { ...byline, value: authorIn(byline.value, null) ?? byline.value };
}

/** `politics, water; towns`: several tags in one value. */
function tagsOf(mapped: Mapped): Found[] {
  const { placed, rule, column } = mapped;
  const tags: Found[] = [];
  for (const { 0: part, index } of placed.text.matchAll(/[^,;|،؛\n]+/g)) {
    const tag = part.trim();
    if (tag === '') continue;
    const start = index + part.length - part.trimStart().length;
    tags.push(found(tag, spanOf(placed, start, start + tag.length), rule, column.confidence));
  }
  return tags;
}

function datesOf(
  byField: ReadonlyMap<ColumnField, readonly Mapped[]>,
  { dateOrder: order }: ColumnPlan,
): { candidates: DateCandidate[]; issues: Issue[] } {
  const candidates: DateCandidate[] = [];
  const issues: Issue[] = [];
  for (const [field, kind] of [
    ['date', 'published'],
    ['dateModified', 'modified'],
  ] as const) {
    for (const { placed, rule, column } of byField.get(field) ?? []) {
      const read = dateOfValue(placed, { kind, rule, confidence: column.confidence, order });
      candidates.push(...read.dates);
      issues.push(...read.issues);
    }
  }
  return { candidates, issues };
}

function languageOf(mapped: Mapped | null): { found: Found | null; issues: Issue[] } {
  if (mapped === null) return { found: null, issues: [] };
  const evidence = evidenceOf(mapped);
  const value = languageOfValue(mapped.placed.text);
  if (value !== null) return { found: { value, evidence }, issues: [] };
  return { found: null, issues: [issue('language-uncertain', evidence, mapped.placed.text)] };
}

const MEDIA = ['media.legacyId', 'media.caption', 'media.credit', 'media.url'] as const;

/** In the order of the record, so that what belongs to one picture stands together. */
function markedMedia(byField: ReadonlyMap<ColumnField, readonly Mapped[]>): Marked[] {
  const values = MEDIA.flatMap((field) =>
    (byField.get(field) ?? []).map((one) => ({ field, value: foundOf(one), at: evidenceOf(one).start })),
  );
  return values
    .sort((one, other) => one.at - other.at)
    .map(({ field, value }) => ({ field, value, taken: 0, issues: [] }));
}
