import type { DateOrder } from '../../dates/date-reading';
import { issue, type Issue, type IssueCode } from '../../issue';
import type { ColumnField } from '../../profiles/profile';
import { columnKey } from './column-names';
import type { ColumnSample } from './column-values';
import { orderOfDates } from './date-of-value';
import { guessColumns, type MappedColumn } from './guess-columns';

/** How the records of one file become fields; settled on its first records, the same for all. */
export interface ColumnPlan {
  readonly columns: ReadonlyMap<string, MappedColumn>;
  readonly dateOrder: DateOrder | undefined;
  /** What the first record has to tell of the file: what was guessed, and what is left out. */
  readonly issues: readonly Issue[];
  /** Columns that have values and hold no field; told by `issues`. */
  readonly leftOut: readonly string[];
}

export interface PlanOptions {
  readonly columns?: Readonly<Record<string, ColumnField>>;
  readonly dateOrder?: DateOrder;
}

const NOWHERE = { start: 0, end: 0 };

/** Settles what each column holds: as the profile says, or guessed where it says nothing of any column. */
export function planColumns(
  samples: readonly ColumnSample[],
  { columns, dateOrder }: PlanOptions,
): ColumnPlan {
  const mapped = columns === undefined ? guessColumns(samples) : namedColumns(samples, columns);
  const leftOut = leftOutOf(samples, mapped);
  const guesses = columns === undefined ? mapped.map(({ column, field }) => `${column}: ${field}`) : [];
  const plan = new Map(mapped.map((one) => [one.column, one]));
  return {
    columns: plan,
    dateOrder: dateOrder ?? orderOfDates(datesOf(samples, plan)),
    issues: [...listed('columns-guessed', guesses), ...unmappedIssues(leftOut)],
    leftOut,
  };
}

function namedColumns(
  samples: readonly ColumnSample[],
  columns: Readonly<Record<string, ColumnField>>,
): MappedColumn[] {
  const names = new Map(Object.entries(columns).map(([name, field]) => [pathKey(name), field]));
  const numbered = Object.entries(columns).filter(
    ([name]) => /(?:^|\.)\d+\./.test(`${name}.`) && name.includes('.'),
  );
  const ofItems = numbered.map(
    ([column, field]): MappedColumn => ({ column, field, confidence: 1, by: 'profile' }),
  );
  const whole = samples.flatMap(({ column, path }, place): MappedColumn[] => {
    const asNumber = path.length === 1 ? names.get(String(place + 1)) : undefined;
    const field =
      names.get(pathKey(column)) ?? names.get(pathKey(withoutNumbers(path).join('.'))) ?? asNumber;
    return field === undefined ? [] : [{ column, field, confidence: 1, by: 'profile' }];
  });
  return [...ofItems, ...whole];
}

/** Steps of a path are compared one by one, so that `a b` and `a.b` stay two. */
function pathKey(name: string): string {
  return name.split('.').map(columnKey).join('.');
}

/** `images.src` means every item of the list. */
function withoutNumbers(path: readonly string[]): string[] {
  return path.filter((step) => !/^\d+$/.test(step));
}

function* datesOf(
  samples: readonly ColumnSample[],
  plan: ReadonlyMap<string, MappedColumn>,
): Generator<string> {
  for (const { column, values } of samples) {
    const field = plan.get(column)?.field;
    if (field === 'date' || field === 'dateModified') yield* values;
  }
}

function leftOutOf(samples: readonly ColumnSample[], mapped: readonly MappedColumn[]): string[] {
  const known = new Set(
    mapped.flatMap(({ column }) => [column, withoutNumbers(column.split('.')).join('.')]),
  );
  return samples
    .filter(({ column, values }) => !known.has(column) && values.length > 0)
    .map(({ column }) => column);
}

/** Says which columns are left out. */
export function unmappedIssues(columns: readonly string[]): Issue[] {
  return listed('columns-unmapped', columns);
}

const LONGEST_LIST = 190;
/** A file of ten thousand columns is told of once, not ten thousand times. */
const MOST_LISTS = 20;

/** As many issues as it takes for the whole list. */
function listed(code: IssueCode, names: readonly string[]): Issue[] {
  const lists: string[] = [];
  for (const name of names) {
    const last = lists.at(-1);
    if (last === undefined || last.length + name.length > LONGEST_LIST) lists.push(name);
    else lists[lists.length - 1] = `${last}, ${name}`;
  }
  return lists.slice(0, MOST_LISTS).map((list) => issue(code, NOWHERE, list));
}
