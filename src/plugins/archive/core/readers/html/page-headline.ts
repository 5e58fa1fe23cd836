import { found, type Evidence, type Found } from '../../evidence';
import { cutTitle, siteNames, type SiteNames } from '../../fields/cut-title';
import type { StatedText } from '../../stated-article';
import { fold } from '../../text/fold';
import { placedAt, spanOf, type PlacedText } from '../../text/placed-text';
import type { LinkedArticle } from './json-ld';
import type { PageScan, TagValue } from './page-scan';

export interface PageHeadline extends SiteNames {
  readonly title: StatedText | null;
}

/**
 * The headline, and what the rest of the page's title names. First of: a heading that the title begins or ends with;
 * what the structured data states; the only heading; what OpenGraph states; the title without the site's name.
 */
export function pageHeadline(html: string, scan: PageScan, linked: LinkedArticle | null): PageHeadline {
  const headings = scan.headings.map(trimmed).filter(({ text }) => text !== '');
  const pageTitle = scan.title === null ? null : trimmed(scan.title);
  const isHeading = (folded: string) => (headings.some(({ text }) => fold(text) === folded) ? 1 : null);
  const cut = pageTitle === null ? null : cutTitle(oneLine(pageTitle.text), isHeading);
  const names = pageTitle === null ? NO_NAMES : namesIn(html, pageTitle, cut?.site ?? null);
  const repeated = headings.find(({ text }) => cut !== null && fold(text) === fold(cut.headline));
  const headline =
    placed(repeated, 'html:heading-in-title', 0.97) ??
    stated(linked?.headline ?? null, linked, 'json-ld:headline', 0.95) ??
    (headings.length === 1 ? placed(headings[0], 'html:h1', 0.85) : null) ??
    ofTag(openGraphTitle(scan, cut?.site ?? null), 'meta:og:title', 0.85) ??
    (cut === null || pageTitle === null ? null : ofTitle(pageTitle, cut.headline));
  return { title: headline, ...names };
}

const NO_NAMES: SiteNames = { source: null, era: null, coverage: null };

function openGraphTitle({ metas }: PageScan, site: string | null): TagValue | null {
  const tag = metas.get('og:title')?.[0] ?? metas.get('twitter:title')?.[0];
  if (tag === undefined) return null;
  const cut = cutTitle(tag.value, () => null);
  const name = metas.get('og:site_name')?.[0]?.value ?? site;
  const isSite = name !== null && cut.site !== null && fold(cut.site) === fold(name);
  return isSite ? { ...tag, value: cut.headline } : tag;
}

function ofTag(tag: TagValue | null, rule: string, confidence: number): StatedText | null {
  return tag === null ? null : stated(tag.value, tag, rule, confidence);
}

/** A value that stands inside a tag or a script: all of it has that place. */
function stated(
  value: string | null,
  at: Pick<Evidence, 'start' | 'end'> | null,
  rule: string,
  confidence: number,
): StatedText | null {
  if (value === null || at === null) return null;
  const { evidence } = found(value, at, rule, confidence);
  return { placed: { text: oneLine(value), pieces: [{ text: 0, record: at.start, length: 0 }] }, evidence };
}

function placed(text: PlacedText | undefined, rule: string, confidence: number): StatedText | null {
  if (text === undefined) return null;
  const evidence = { ...spanOf(text, 0, text.text.length), rule, confidence };
  return { placed: text, evidence };
}

function ofTitle(title: PlacedText, headline: string): StatedText {
  const at = oneLine(title.text) === title.text ? title.text.indexOf(headline) : -1;
  const whole = spanOf(title, 0, title.text.length);
  const span = at < 0 ? whole : spanOf(title, at, at + headline.length);
  const evidence = { ...span, rule: 'html:title', confidence: 0.7 };
  return { placed: placedAt(headline, span.start), evidence };
}

/** What the site's part of the title names, by its own place: what is escaped before it counts otherwise. */
function namesIn(html: string, title: PlacedText, site: string | null): SiteNames {
  const at = site === null ? -1 : title.text.lastIndexOf(site);
  if (site === null || at < 0) return NO_NAMES;
  const { start, end } = spanOf(title, at, at + site.length);
  return siteNames(html, { ...NO_LINE, text: site, folded: fold(site), start, end }, site);
}

const NO_LINE = { indent: 0, blankBefore: 1, lineCount: 1 };

/** Without white space around it, each run of it inside one blank; characters keep their places. */
export function trimmed(text: PlacedText): PlacedText {
  const pieces = [];
  let out = '';
  for (const match of text.text.matchAll(/\S+/g)) {
    if (out !== '') out += ' ';
    const from = match.index;
    const { start, end } = spanOf(text, from, from + match[0].length);
    pieces.push({ text: out.length, record: start, length: Math.min(match[0].length, end - start) });
    out += match[0];
  }
  return { text: out, pieces };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** A value of a tag, as found. */
export function foundInTag(tag: TagValue | null, rule: string, confidence: number): Found | null {
  return tag === null ? null : found(oneLine(tag.value), tag, rule, confidence);
}
