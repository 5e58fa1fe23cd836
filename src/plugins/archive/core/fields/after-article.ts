import type { Block } from './block';
import { withoutBullet } from './residue';
import { fold } from '../text/fold';
import { AFTER_ARTICLE, AFTER_ARTICLE_STARTS, ASIDES, CHROME, NOTICE_WORDS } from './site-phrases';

const HEADINGS = foldedSet(AFTER_ARTICLE);
const ASIDE_HEADINGS = foldedSet(ASIDES);
const CHROME_LINES = foldedSet(CHROME);
const STARTS = [...foldedSet(AFTER_ARTICLE_STARTS)];
const NOTICES = [...foldedSet(NOTICE_WORDS)];
const LONGEST_HEADING = 80;
const LONGEST_NOTICE = 2000;

/** `Related stories`, `12 Kommentare`, `Comments (3)`: a heading under which there is no article any more. */
export function isAfterArticleHeading({ folded }: Pick<Block, 'folded'>): boolean {
  return HEADINGS.has(bareHeading(folded));
}

/** `12 Kommentare (3):` -> `kommentare` */
function bareHeading(folded: string): string {
  if (folded.length > LONGEST_HEADING) return '';
  return withoutBullet(folded)
    .replace(/^[\d(][\d.,() ]*/, '')
    .replace(/[\s:.…!?()\d»→>-]+$/, '');
}

/** `Filed under ...`, `© 2009 ...`: a line that belongs to the page, not to the article. */
export function isAfterArticleLine({ folded }: Pick<Block, 'folded'>): boolean {
  return folded.length <= 300 && STARTS.some((start) => folded.startsWith(start));
}

/** A notice about cookies or data protection. */
export function isNotice({ folded }: Pick<Block, 'folded'>): boolean {
  if (folded.length > LONGEST_NOTICE) return false;
  return NOTICES.filter((word) => folded.includes(word)).length >= 2;
}

/** Whether a heading speaks of cookies and the like; one word is enough there. */
export function mentionsNotice({ folded }: Pick<Block, 'folded'>): boolean {
  return NOTICES.some((word) => folded.includes(word));
}

/** `Skip to content`, `Menü`, `بحث`: a link or label that every page of a site has. */
export function isChromePhrase({ folded }: Pick<Block, 'folded'>): boolean {
  return CHROME_LINES.has(withoutBullet(folded).replace(/[\s:.…!?»→>-]+$/, ''));
}

const LONGEST_ASIDE = 160;
const CREDIT =
  /^(?:foto|photo|bild|image|symbolbild|titelbild|video|grafik|quelle|source|credit|credito|copyright)s?(?: ?:| ?©|\/| by | von )/;
const PROMOTION =
  /newsletter|abonnier|subscribe|sign up|jetzt registrieren|kostenlos registrieren|einloggen|hier anmelden|suscri|abonnez/;

/** A short line inside an article that is not of it: a picture's credit, an invitation to subscribe. */
export function isAside({ folded }: Pick<Block, 'folded'>): boolean {
  if (folded.length > LONGEST_ASIDE) return false;
  return CREDIT.test(folded) || PROMOTION.test(folded) || ASIDE_HEADINGS.has(bareHeading(folded));
}

function foldedSet(phrases: readonly string[]): ReadonlySet<string> {
  return new Set(phrases.map(fold));
}
