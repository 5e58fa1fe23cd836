import type { ColumnField } from '../../profiles/profile';
import { contentsOf, fits, isPlainlyDate, isProse, isWebAddress, type Contents } from './column-contents';
import { meaningsOfPath } from './column-names';
import type { ColumnSample } from './column-values';

/** What a column holds, and how sure that is: 1 where a person said so. */
export interface MappedColumn {
  readonly column: string;
  readonly field: ColumnField;
  readonly confidence: number;
  readonly by: 'profile' | 'name' | 'contents';
}

interface Candidate extends MappedColumn {
  readonly place: number;
}

/** Fields that a record may have several of. */
const MANY: ReadonlySet<ColumnField> = new Set([
  'tags',
  'otherUrls',
  'media.url',
  'media.caption',
  'media.credit',
  'media.legacyId',
]);

/** Without these a file of rows is hardly an archive of articles. */
const PROSE_CONFIDENCE = 0.5;
const NAME_AND_CONTENTS = 0.9;

/**
 * Guesses what columns hold: by their names, where the contents do not speak against it, then by the contents alone.
 * Each field is given to one column, the surest; the rest stay unmapped.
 */
export function guessColumns(samples: readonly ColumnSample[]): MappedColumn[] {
  const described = samples.map((sample) => ({ sample, contents: contentsOf(sample) }));
  const byName = chosen(described.flatMap(({ sample, contents }, place) => named(sample, contents, place)));
  const left = described.filter(({ sample }) => !byName.some(({ column }) => column === sample.column));
  const taken = new Set(byName.map(({ field }) => field));
  return [...byName, ...byContents(left, taken)];
}

function named(sample: ColumnSample, contents: Contents, place: number): Candidate[] {
  return meaningsOfPath(sample.path)
    .filter(({ field }) => fits(field, contents))
    .map(({ field, strength }) => ({
      column: sample.column,
      field,
      // A description that is the longest text of all is the body, which its weak name allows.
      confidence: Math.min(NAME_AND_CONTENTS, strength + (field === 'body' && isProse(contents) ? 0.2 : 0)),
      by: 'name',
      place,
    }));
}

function chosen(candidates: readonly Candidate[]): MappedColumn[] {
  const ranked = [...candidates].sort(
    (one, other) => other.confidence - one.confidence || one.place - other.place,
  );
  const columns = new Set<string>();
  const fields = new Set<ColumnField>();
  const kept: Candidate[] = [];
  for (const candidate of ranked) {
    if (columns.has(candidate.column)) continue;
    if (fields.has(candidate.field) && !isSibling(candidate, kept)) continue;
    columns.add(candidate.column);
    fields.add(candidate.field);
    kept.push(candidate);
  }
  return kept
    .sort((one, other) => one.place - other.place)
    .map(({ column, field, confidence, by }) => ({ column, field, confidence: round(confidence), by }));
}

/** `images.0.src`, `images.1.src`: the same property of another item of a list. */
function isSibling({ column, field }: Candidate, kept: readonly Candidate[]): boolean {
  if (!MANY.has(field)) return false;
  const shape = withoutNumbers(column);
  return kept.some((one) => one.field === field && withoutNumbers(one.column) === shape);
}

function withoutNumbers(column: string): string {
  return column.replace(/\.\d+(?=\.|$)/g, '');
}

type Described = readonly { readonly sample: ColumnSample; readonly contents: Contents }[];

/** The longest running text is the body, what stands before it and has the length of a headline is the headline. */
function byContents(left: Described, taken: ReadonlySet<ColumnField>): MappedColumn[] {
  const found: MappedColumn[] = [];
  const free = (field: ColumnField) => !taken.has(field) && !found.some((one) => one.field === field);
  const take = (field: ColumnField, candidates: Described) => {
    const one = candidates.find(({ sample }) => !found.some(({ column }) => column === sample.column));
    if (one === undefined || !free(field)) return;
    found.push({ column: one.sample.column, field, confidence: PROSE_CONFIDENCE, by: 'contents' });
  };
  take(
    'body',
    left
      .filter(({ contents }) => isProse(contents))
      .sort((a, b) => b.contents.meanLength - a.contents.meanLength),
  );
  take(
    'date',
    left.filter(({ contents }) => contents.count > 0 && contents.shareOf(isPlainlyDate) >= 0.9),
  );
  take(
    'legacyUrl',
    left.filter(({ contents }) => contents.distinctShare === 1 && contents.shareOf(isWebAddress) >= 0.9),
  );
  take(
    'title',
    left.filter(({ contents }) => isHeadlineLike(contents)),
  );
  return found;
}

function isHeadlineLike({ count, meanLength, longest, distinctShare, shareOf }: Contents): boolean {
  if (count === 0 || meanLength < 15 || meanLength > PROSE_HEADLINE || longest > 300) return false;
  return distinctShare > 0.8 && shareOf((value) => /\p{L}{2,}.*\s.*\p{L}/u.test(value.slice(0, 300))) >= 0.9;
}

const PROSE_HEADLINE = 120;

function round(confidence: number): number {
  return Math.round(confidence * 100) / 100;
}
