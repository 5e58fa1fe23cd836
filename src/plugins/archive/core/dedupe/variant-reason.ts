import type { Likeness } from './likeness';

/** Why two articles are nearly the same text. */
export const VARIANT_REASONS = ['wireCopy', 'update', 'republication'] as const;
export type VariantReason = (typeof VARIANT_REASONS)[number];

/** What of an article tells why it is like another. */
export interface VariantFacts {
  /** The paper or agency; null where unknown. */
  readonly source: string | null;
  readonly byline: string | null;
  /** ISO 8601 day; null for an undated article. */
  readonly date: string | null;
}

/** How alike texts must be, in shared shingles of three words. */
export const ALIKE = 0.6;
/** A longer version holds this much of the shorter one ... */
const CONTAINED = 0.85;
/** ... which must not be a mere paragraph of it. */
const LEAST_SHARED = 0.3;
const DAY = 86_400_000;
/** Versions of one story follow each other within days. */
const UPDATE_DAYS = 3;

/** Whether two texts are versions of one article. */
export function areAlike({ shared, contained }: Likeness, least: number): boolean {
  return shared >= least || (contained >= CONTAINED && shared >= Math.min(LEAST_SHARED, least));
}

/**
 * Two papers with one text took it from the wire. One paper prints a story again within days where it has news, and
 * long after where it has none.
 */
export function variantReason(one: VariantFacts, other: VariantFacts, { shared }: Likeness): VariantReason {
  if (one.source !== null && other.source !== null && one.source !== other.source) return 'wireCopy';
  const days = daysBetween(one.date, other.date);
  if (days === null) return shared > 0.95 ? 'republication' : 'update';
  return days <= UPDATE_DAYS ? 'update' : 'republication';
}

function daysBetween(one: string | null, other: string | null): number | null {
  if (one === null || other === null) return null;
  const days = Math.abs(Date.parse(one) - Date.parse(other)) / DAY;
  return Number.isNaN(days) ? null : days;
}
