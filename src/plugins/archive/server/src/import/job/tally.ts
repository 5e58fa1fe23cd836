import { OUTCOMES, type Outcome } from '../../../../core/outcome';

/** How many records ended in which outcome. */
export type Tally = Readonly<Record<Outcome, number>>;

export function emptyTally(): Tally {
  return Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
}

/** A tally with further outcomes counted in. */
export function tallyWith(tally: Tally, outcomes: readonly Outcome[]): Tally {
  const sum: Record<Outcome, number> = { ...tally };
  for (const outcome of outcomes) sum[outcome] += 1;
  return sum;
}

/** The number of records that have an outcome. */
export function tallySum(tally: Tally): number {
  return OUTCOMES.reduce((sum, outcome) => sum + tally[outcome], 0);
}
