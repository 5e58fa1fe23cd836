import { dayOf, type DayNumber } from './date-number';

export interface Span {
  readonly first: DayNumber;
  readonly last: DayNumber;
  readonly count: number;
}

export interface Timeline {
  readonly buckets: readonly { readonly date: string; readonly count: number }[];
  /** Articles that may belong to more than one bucket, and therefore are in none. */
  readonly uncertain: number;
}

const LENGTHS = { year: 4, month: 7, day: 10 } as const;

/** Counts by year, month or day. A date that is only known roughly makes no false peak: it is counted apart. */
export function timeline(spans: readonly Span[], by: keyof typeof LENGTHS): Timeline {
  const counts = new Map<string, number>();
  let uncertain = 0;
  for (const { first, last, count } of spans) {
    const date = dayOf(first).slice(0, LENGTHS[by]);
    if (first === last || dayOf(last).startsWith(date)) counts.set(date, (counts.get(date) ?? 0) + count);
    else uncertain += count;
  }
  const buckets = [...counts].map(([date, count]) => ({ date, count }));
  return { buckets: buckets.sort((a, b) => (a.date < b.date ? -1 : 1)), uncertain };
}
