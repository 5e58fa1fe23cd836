import type { Block } from './block';
import { withoutBullet } from './residue';
import { fold } from '../text/fold';
import {
  AFTER_ARTICLE,
  AFTER_ARTICLE_STARTS,
  ASIDES,
  CHROME,
  COOKIE_WORDS,
  NOTICE_WORDS,
} from './site-phrases';

const HEADINGS = foldedSet(AFTER_ARTICLE);
const ASIDE_HEADINGS = foldedSet(ASIDES);
const CHROME_LINES = foldedSet(CHROME);
const STARTS = byFirstLetter(foldedSet(AFTER_ARTICLE_STARTS));
const NOTICES = [...foldedSet(NOTICE_WORDS)];
const COOKIES = [...foldedSet(COOKIE_WORDS)];
const LONGEST_HEADING = 80;
const LONGEST_NOTICE = 2000;
const LONGEST_LINE = 300;

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
  if (folded.length > LONGEST_LINE) return false;
  return STARTS.get(folded.charAt(0))?.some((start) => folded.startsWith(start)) ?? false;
}

/** A notice about cookies or data protection. */
export function isNotice({ folded }: Pick<Block, 'folded'>): boolean {
  if (folded.length > LONGEST_NOTICE) return false;
  if (NOTICES.filter((word) => folded.includes(word)).length >= 2) return true;
  return folded.includes('cookie') && COOKIES.some((word) => folded.includes(word));
}

/** Whether a heading speaks of cookies and the like; one word is enough there. */
export function mentionsNotice({ folded }: Pick<Block, 'folded'>): boolean {
  return NOTICES.some((word) => folded.includes(word));
}

/** `Skip to content`, `Menü`, `بحث`: a link or label that every page of a site has. */
export function isChromePhrase({ folded }: Pick<Block, 'folded'>): boolean {
  return CHROME_LINES.has(withoutBullet(folded).replace(/[\s:.…!?»→>-]+$/, ''));
}

const LONGEST_ASIDE = 200;
const CREDIT =
  /^(?:foto|photo|bild|image|symbolbild|titelbild|archivbild|archivfoto|video|grafik|illustration|quelle|source|credit|credito|copyright)s?(?: ?:| ?©|\/| by | von )/;
const PROMOTION =
  /newsletter|abonnier|subscribe|sign up|jetzt registrieren|kostenlos registrieren|einloggen|hier anmelden|suscri|abonnez/;

/** A short line inside an article that is not of it: a picture's credit, an invitation to subscribe. */
export function isAside({ folded }: Pick<Block, 'folded'>): boolean {
  if (folded.length > LONGEST_ASIDE) return false;
  return CREDIT.test(folded) || PROMOTION.test(folded) || ASIDE_HEADINGS.has(bareHeading(folded));
}

const LONGEST_CAPTION = 300;
const ENDS_IN_CREDIT =
  /(?:[(\[|/]|\s)(?:archiv|symbol|bei?spiel|titel)?(?:fotos?|photos?|bild|bilder|image|images|illustration|credit|credits|courtesy|quelle|grafik|video)(?: ?: ?| by | von | courtesy | credit ?: ?|\/)[^.!?]{2,60}[)\]]?\.?$|\((?:symbolbild|archivbild|archivfoto|symbolfoto|beispielbild|ap photo)\)\.?$|\/ ?(?:getty images|reuters|afp|dpa|shutterstock|picture alliance)\)?\.?$/;

/** `The old lamp at night. (Photo: Rosa Dunmere)`: what is printed under a picture, told by who made it. */
export function isCaption({ folded }: Pick<Block, 'folded'>): boolean {
  return folded.length <= LONGEST_CAPTION && ENDS_IN_CREDIT.test(folded.slice(-120));
}

/** Whether a block is one of the page's own lines, wherever it stands. */
export function isOfPage(block: Block): boolean {
  return (
    isNotice(block) ||
    isAside(block) ||
    isCaption(block) ||
    isChromePhrase(block) ||
    isAfterArticleLine(block) ||
    isAfterArticleHeading(block)
  );
}

function byFirstLetter(phrases: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const phrase of phrases) {
    const group = groups.get(phrase.charAt(0));
    if (group === undefined) groups.set(phrase.charAt(0), [phrase]);
    else group.push(phrase);
  }
  return groups;
}

function foldedSet(phrases: readonly string[]): ReadonlySet<string> {
  return new Set(phrases.map(fold));
}
