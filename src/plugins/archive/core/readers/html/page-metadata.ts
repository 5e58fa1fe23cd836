import { canonicalUrl } from '../../dedupe/canonical-url';
import { found, type Found } from '../../evidence';
import type { StatedArticle } from '../../stated-article';
import { spanOf } from '../../text/placed-text';
import type { LinkedArticle } from './json-ld';
import { foundInTag, trimmed } from './page-headline';
import type { PageScan, TagValue } from './page-scan';

type Metadata = Pick<
  StatedArticle,
  'byline' | 'section' | 'tags' | 'language' | 'legacyUrl' | 'otherUrls' | 'source' | 'standfirst'
>;

/** What else a page states of itself. `url` is where it was captured; `body` is the article's text. */
export function pageMetadata(
  scan: PageScan,
  linked: LinkedArticle | null,
  readerByline: string | null,
  { url, body }: { readonly url: Found | null; readonly body: string },
): Metadata {
  const linkedValue = (value: string | null, name: string) =>
    value === null || linked === null ? null : found(value, linked, `json-ld:${name}`, 0.95);
  const meta = (names: readonly string[]) => firstMeta(scan, names);
  const addresses = addressesOf(scan, url);
  return {
    byline: byline(scan, linked, readerByline),
    section: linkedValue(linked?.section ?? null, 'articleSection') ?? meta(['article:section', 'section']),
    tags: tagsOf(scan, linked),
    language:
      languageOf(scan.language, 'html:lang') ??
      linkedValue(languageTag(linked?.language ?? ''), 'inLanguage') ??
      languageOf(scan.metas.get('og:locale')?.[0] ?? null, 'meta:og:locale'),
    legacyUrl: addresses[0] ?? null,
    otherUrls: addresses.slice(1),
    source:
      meta(['og:site_name']) ??
      linkedValue(linked?.publisher ?? null, 'publisher') ??
      meta(['application-name']),
    standfirst: standfirst(meta(['description', 'og:description']), body),
  };
}

function firstMeta({ metas }: PageScan, names: readonly string[]): Found | null {
  const name = names.find((one) => metas.has(one));
  return name === undefined ? null : foundInTag(metas.get(name)?.[0] ?? null, `meta:${name}`, 0.85);
}

const AUTHOR_METAS = ['author', 'article:author', 'dc.creator', 'parsely-author', 'sailthru.author', 'byl'];
const PREFIX = /^(?:by|von|par|por|door|di|بقلم)\s+/i;

function byline(scan: PageScan, linked: LinkedArticle | null, readerByline: string | null): Found | null {
  if (linked !== null && linked.authors.length > 0) {
    return found(linked.authors.map(withoutPrefix).join(', '), linked, 'json-ld:author', 0.95);
  }
  const stated = AUTHOR_METAS.flatMap(
    (name) => foundInTag(scan.metas.get(name)?.[0] ?? null, `meta:${name}`, 0.85) ?? [],
  );
  const name = stated.find(({ value }) => isName(value));
  if (name !== undefined) return { ...name, value: withoutPrefix(name.value) };
  const printed = scan.authors.map(trimmed).find(({ text }) => isName(text));
  if (printed !== undefined) {
    const at = spanOf(printed, 0, printed.text.length);
    return found(withoutPrefix(printed.text), at, 'html:author-element', 0.8);
  }
  const reader = readerByline === null ? '' : withoutPrefix(readerByline.replace(/\s+/g, ' ').trim());
  return isName(reader) ? found(reader, { start: 0, end: 0 }, 'readability:byline', 0.6) : null;
}

function withoutPrefix(name: string): string {
  return name.trim().replace(PREFIX, '');
}

/** Addresses of profile pages and texts around a name are none. */
function isName(value: string): boolean {
  return value !== '' && value.length <= 100 && !/^https?:|[@{}<>]/.test(value) && /\p{L}{2}/u.test(value);
}

function tagsOf({ metas }: PageScan, linked: LinkedArticle | null): Found[] {
  const tags = (metas.get('article:tag') ?? []).flatMap(
    (tag) => foundInTag(tag, 'meta:article:tag', 0.9) ?? [],
  );
  const data = linked?.keywords.map((word) => found(word, linked, 'json-ld:keywords', 0.9)) ?? [];
  const words = ['news_keywords', 'keywords'].flatMap((name) => listIn(metas.get(name)?.[0] ?? null, name));
  const chosen = [tags, data, words].find((list) => list.length > 0) ?? [];
  return chosen.filter(isFirst(({ value }) => value)).slice(0, 50);
}

function listIn(tag: TagValue | null, name: string): Found[] {
  if (tag === null) return [];
  const words = tag.value.split(/[,;،]/).map((word) => word.trim());
  return words.filter((word) => word !== '').map((word) => found(word, tag, `meta:${name}`, 0.7));
}

function languageOf(tag: TagValue | null, rule: string): Found | null {
  const language = tag === null ? null : languageTag(tag.value);
  return tag === null || language === null ? null : found(language, tag, rule, 0.8);
}

/** `en_GB` -> `en-GB`; null for what is no BCP 47 tag. */
function languageTag(value: string): string | null {
  const tag = value.trim().replace('_', '-');
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(tag) ? tag : null;
}

/** The page's addresses, that of the capture first, each once. */
function addressesOf(scan: PageScan, url: Found | null): Found[] {
  const base = url?.value ?? null;
  const stated = [
    ...['canonical', 'shortlink', 'amphtml'].map((name) => ({
      tag: scan.links.get(name),
      rule: `link:${name}`,
    })),
    { tag: scan.metas.get('og:url')?.[0], rule: 'meta:og:url' },
  ].flatMap(({ tag, rule }) => {
    const value = tag === undefined ? null : absolute(tag.value, base);
    return tag === undefined || value === null ? [] : [found(value, tag, rule, 0.9)];
  });
  return [...(url === null ? [] : [url]), ...stated].filter(
    isFirst(({ value }) => canonicalUrl(value) ?? value),
  );
}

/** Keeps the first of several values of one name. */
function isFirst(nameOf: (one: Found) => string): (one: Found) => boolean {
  const seen = new Set<string>();
  return (one) => {
    const before = seen.size;
    seen.add(nameOf(one));
    return seen.size > before;
  };
}

function absolute(address: string, base: string | null): string | null {
  if (base !== null && URL.canParse(address, base)) return new URL(address, base).href;
  return /^https?:\/\//i.test(address) ? address : null;
}

const SHORTEST_STANDFIRST = 30;

/** What the page says of itself is a standfirst unless it repeats the article. */
function standfirst(description: Found | null, body: string): Found | null {
  if (description === null || description.value.length < SHORTEST_STANDFIRST) return null;
  const start = description.value
    .replace(/(?:\[?(?:…|\.{3})\]?)\s*$/, '')
    .slice(0, SHORTEST_STANDFIRST)
    .trim();
  return body.replace(/\s+/g, ' ').includes(start) ? null : description;
}
