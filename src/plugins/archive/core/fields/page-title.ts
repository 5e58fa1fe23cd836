import type { Profile } from '../profiles/profile';
import { fold } from '../text/fold';
import type { Block } from './block';

/** A page title cut in two: `HEADLINE | SITE`. */
export interface PageTitle {
  readonly block: Block;
  readonly index: number;
  readonly headline: string;
  readonly site: string;
}

/** Titles stand at the top; further down the same words are links. */
const MOST_BLOCKS = 40;
export const COMMON_SEPARATORS = [' | ', ' – ', ' — ', ' - ', ' » ', ' :: ', ' « ', ' • ', ' · ', ' › ', '|'];

/** The page title that ends (or begins) with one of the profile's site names, and the headline beside it. */
export function pageTitleOf(blocks: readonly Block[], profile: Profile): PageTitle | null {
  const { separators, siteNames } = profile.headline;
  const cuts = separators.length > 0 ? separators : COMMON_SEPARATORS;
  const names = [
    ...siteNames,
    ...(profile.era === undefined ? [] : [profile.era.name, ...profile.era.spellings]),
  ];
  const sites = new Set(names.map(fold));
  for (const [index, block] of blocks.slice(0, MOST_BLOCKS).entries()) {
    for (const separator of cuts) {
      const parts = headlineBeside(block.text, separator, sites);
      if (parts !== null) return { block, index, ...parts };
    }
  }
  return null;
}

function headlineBeside(text: string, separator: string, sites: ReadonlySet<string>) {
  const last = text.lastIndexOf(separator);
  if (last < 0) return null;
  const after = text.slice(last + separator.length).trim();
  if (sites.has(fold(after))) return { headline: text.slice(0, last).trim(), site: after };
  const first = text.indexOf(separator);
  const before = text.slice(0, first).trim();
  if (sites.has(fold(before))) return { headline: text.slice(first + separator.length).trim(), site: before };
  return null;
}
