import type { Block } from './block';
import { withoutBullet } from './residue';
import { AFTER_ARTICLE, AFTER_ARTICLE_STARTS, CHROME, NOTICE_WORDS } from './site-phrases';

const ALONE: ReadonlySet<string> = new Set(AFTER_ARTICLE);
const CHROME_LINES: ReadonlySet<string> = new Set(CHROME);
const LONGEST_HEADING = 80;
const LONGEST_NOTICE = 2000;

/** `Related stories`, `12 Kommentare`, `Comments (3)`: a heading under which there is no article any more. */
export function isAfterArticleHeading({ folded }: Pick<Block, 'folded'>): boolean {
  if (folded.length > LONGEST_HEADING) return false;
  const bare = withoutBullet(folded)
    .replace(/^[\d(][\d.,() ]*/, '')
    .replace(/[\s:.…!?()\d»→>-]+$/, '');
  return ALONE.has(bare);
}

/** `Filed under ...`, `© 2009 ...`: a line that belongs to the page, not to the article. */
export function isAfterArticleLine({ folded }: Pick<Block, 'folded'>): boolean {
  return folded.length <= 300 && AFTER_ARTICLE_STARTS.some((start) => folded.startsWith(start));
}

/** A notice about cookies or data protection. */
export function isNotice({ folded }: Pick<Block, 'folded'>): boolean {
  if (folded.length > LONGEST_NOTICE) return false;
  return NOTICE_WORDS.filter((word) => folded.includes(word)).length >= 2;
}

/** `Skip to content`, `Menü`, `بحث`: a link or label that every page of a site has. */
export function isChromePhrase({ folded }: Pick<Block, 'folded'>): boolean {
  return CHROME_LINES.has(withoutBullet(folded).replace(/[\s:.…!?»→>-]+$/, ''));
}
