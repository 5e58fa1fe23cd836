import type { CapitalWord } from './capital-word';

/** What the scan saw of a line. */
export interface LineTraits {
  /** Lower-case words other than function words. */
  readonly hasLower: boolean;
  readonly commas: number;
  /** Ends in a full stop. */
  readonly sentence: boolean;
  readonly width: number;
}

const LEAST_WORDS = 3;
const LONGEST = 250;

/**
 * Marks the words of `Hamas Leaders Meet Baath Party` and `TALKS IN CAIRO`, whose capitals prove nothing.
 * A line with a comma for every two or three words is a list of names and is left alone.
 */
export function markHeading(words: readonly CapitalWord[], first: number, line: LineTraits): void {
  if (line.hasLower || line.sentence || first >= words.length) return;
  const own = words.slice(first);
  const shouted = line.width <= LONGEST && own.length >= 2 && own.every((word) => word.allCapitals);
  const isHeading = own.length >= LEAST_WORDS && line.commas * 4 <= own.length;
  if (shouted || isHeading || own.length > 40) for (const word of own) word.heading = true;
}
