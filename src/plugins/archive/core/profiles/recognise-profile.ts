import { fold } from '../text/fold';
import { lineMatcher } from './match-line';
import type { LinePattern, Profile } from './profile';

/** Sites name themselves at the top or in the footer; a page has a few hundred lines. */
const MOST_LINES = 5000;

/**
 * The profile whose `recognise` patterns all match lines of the record, or null. Of several the most specific wins:
 * the one that asked for more text. A profile without patterns recognises nothing; of equals the earlier wins.
 */
export function recogniseProfile(
  lines: readonly { readonly text: string }[],
  profiles: readonly Profile[],
): Profile | null {
  const candidates = profiles.filter(({ recognise }) => recognise.all.length + recognise.any.length > 0);
  if (candidates.length === 0) return null;
  const folded = lines.slice(0, MOST_LINES).map((line) => fold(line.text));
  let best: Profile | null = null;
  let highest = 0;
  for (const profile of candidates) {
    const specificity = specificityOf(profile, folded);
    if (specificity > highest) [best, highest] = [profile, specificity];
  }
  return best;
}

/** The length of all text that the profile asked for and the record has; 0 where it is not the profile's. */
function specificityOf({ recognise }: Profile, lines: readonly string[]): number {
  const has = (pattern: LinePattern) => lines.some(lineMatcher(pattern));
  if (!recognise.all.every(has)) return 0;
  const any = recognise.any.filter(has);
  if (recognise.any.length > 0 && any.length === 0) return 0;
  const longestOfAny = Math.max(0, ...any.map(lengthOf));
  return recognise.all.reduce((sum, pattern) => sum + lengthOf(pattern), longestOfAny);
}

function lengthOf({ equals, startsWith, endsWith, includes }: LinePattern): number {
  return [equals, startsWith, endsWith, includes].reduce((sum, part) => sum + (part?.length ?? 0), 0);
}
