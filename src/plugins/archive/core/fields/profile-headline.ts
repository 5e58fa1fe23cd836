import { found, type Found } from '../evidence';
import { anyLineMatcher } from '../profiles/match-line';
import type { Profile } from '../profiles/profile';
import { fold } from '../text/fold';
import type { Block } from './block';
import { locateInBlock } from './locate';
import { markerAt } from './markers';
import { pageTitleOf } from './page-title';

export interface TitleAt {
  readonly headline: Found;
  /** Index of the block it stands in. */
  readonly index: number;
}

/** The headline beside a site name of the profile, or else the first line that can be one; null for neither. */
export function headlineByProfile(
  recordText: string,
  blocks: readonly Block[],
  profile: Profile,
): TitleAt | null {
  const title = pageTitleOf(blocks, profile);
  if (title !== null && title.headline !== '') {
    const at = locateInBlock(recordText, title.block, title.headline);
    return { headline: found(title.headline, at, 'title:site-name', 1), index: title.index };
  }
  return firstHeading(blocks, profile);
}

/** Where no line names the site beside a headline, the first line that is neither chrome nor marker may be one. */
function firstHeading(blocks: readonly Block[], profile: Profile): TitleAt | null {
  const isChrome = anyLineMatcher([...profile.boilerplate, ...profile.end]);
  const sites = new Set(
    [profile.source?.name, profile.era?.name, ...(profile.era?.spellings ?? [])].map((name) =>
      fold(name ?? ''),
    ),
  );
  const context = { recordText: '', blocks, markers: profile.markers, inBody: false, isOther: () => true };
  const index = blocks.findIndex(
    (block, at) => !isChrome(block.folded) && !sites.has(block.folded) && markerAt(context, at) === null,
  );
  const block = blocks[index];
  if (block === undefined || block.text.length > 250 || /[.؟]$/u.test(block.text)) return null;
  return { headline: found(block.text, block, 'title:first-line', 0.5), index };
}
