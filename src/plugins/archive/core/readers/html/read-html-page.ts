import { decode, type Decoded } from '../../decode/decode';
import { isKnownEncoding } from '../../decode/encoding-names';
import { found, type Found } from '../../evidence';
import type { MediaFound } from '../../fields/media';
import { convertHtml, type ConvertedHtml } from '../../markup/convert-html';
import type { SourceRecord } from '../../source-record';
import { NOTHING_STATED, type StatedArticle } from '../../stated-article';
import { placedAt, spanOf } from '../../text/placed-text';
import { articleMarkup } from './article-markup';
import { chooseElements } from './choose-elements';
import { declaredCharset } from './declared-charset';
import { articleInJsonLd } from './json-ld';
import { pageDates } from './page-dates';
import { pageHeadline } from './page-headline';
import { pageMetadata } from './page-metadata';
import { scanPage } from './scan-page';

export interface PageOptions {
  /** Named by a person: obeyed. */
  readonly encoding?: string;
  /** Declared by the server; null where it did not. */
  readonly charset: string | null;
  /** Where the page was captured. */
  readonly url: Found | null;
}

type ReadPage = Pick<SourceRecord, 'encoding' | 'text' | 'issues' | 'refused' | 'stated'>;

/** Decodes a page and takes article and metadata out of it. Evidence points into the page's source. Never throws. */
export function readHtmlPage(bytes: Uint8Array, options: PageOptions): ReadPage {
  const { text, encoding, issues, refused } = decodePage(bytes, options);
  const stated = refused === 'rejected' ? null : statedBy(text, options.url);
  return { text, encoding, issues, refused, stated };
}

/** First of: byte-order mark, a person's word, the server's, the page's own, detection; each only where it fits. */
function decodePage(bytes: Uint8Array, { encoding, charset }: PageOptions): Decoded {
  if (encoding !== undefined) return decode(bytes, { encoding });
  const declarations = [charset, declaredCharset(bytes)].filter(
    (one) => one !== null && isKnownEncoding(one),
  );
  let decoded: Decoded | null = null;
  for (const declared of declarations) {
    if (declared === null) continue;
    decoded = decode(bytes, { declared });
    if (decoded.encoding.from !== 'guessed') return decoded;
  }
  return decoded ?? decode(bytes);
}

function statedBy(html: string, url: Found | null): StatedArticle {
  const scan = scanPage(html);
  const linked = articleInJsonLd(scan.jsonLd);
  const chosen = chooseElements(scan);
  const base = scan.base ?? url?.value ?? null;
  const article =
    chosen === null ? wholePage(html, base) : convertHtml(articleMarkup(html, chosen.places), { base });
  const { text, markdown, media } = article;
  const evidence = { ...spanOf(text, 0, text.text.length), rule: ruleOf(chosen !== null), confidence: 0.85 };
  const { title, source, era, coverage } = pageHeadline(html, scan, linked);
  const metadata = pageMetadata(scan, linked, chosen?.byline ?? null, { url, body: text.text });
  return {
    ...NOTHING_STATED,
    ...metadata,
    title,
    era,
    coverage,
    source: metadata.source ?? source,
    dates: pageDates(scan, linked),
    body: text.text === '' ? null : { placed: text, evidence },
    bodyMarkdown: text.text === '' ? null : markdown,
    media: media.flatMap((shown) => mediaOf(shown, base)),
  };
}

function ruleOf(wasChosen: boolean): string {
  return wasChosen ? 'html:article' : 'html:page';
}

const BESIDE: ReadonlySet<string> = new Set(['nav', 'header', 'footer', 'aside', 'form']);

/** A page that cannot be judged is taken whole, but for what says by its name that it stands beside. */
function wholePage(html: string, base: string | null): ConvertedHtml {
  return convertHtml(placedAt(html, 0), { base, leaveOut: (name) => BESIDE.has(name) });
}

function mediaOf(shown: ConvertedHtml['media'][number], base: string | null): MediaFound[] {
  const { url, caption, alternativeText, legacyId } = shown;
  if (url === null || /^data:/i.test(url)) return [];
  const address = base !== null && URL.canParse(url, base) ? new URL(url, base).href : url;
  const inTag = (value: string | null, rule: string, confidence: number) =>
    value === null || value.trim() === '' ? null : found(value, shown, rule, confidence);
  const text = caption === null || caption.text.trim() === '' ? null : caption;
  return [
    {
      legacyId: inTag(legacyId, 'html:media-id', 0.9),
      caption: text && found(text.text, spanOf(text, 0, text.text.length), 'html:figcaption', 0.9),
      alternativeText: inTag(alternativeText, 'html:alt', 0.95),
      credit: null,
      url: inTag(address, 'html:src', 0.95),
    },
  ];
}
