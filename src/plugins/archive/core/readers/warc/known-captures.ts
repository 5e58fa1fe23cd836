import { canonicalUrl } from '../../dedupe/canonical-url';

/** What is remembered of the captures of one file, so that later ones can refer to them. */
export interface KnownCaptures {
  /** Notes a page. */
  page(url: string | null, digest: string | null): void;
  /** Notes that an address led to another. */
  redirect(from: string | null, to: string): void;
  /** The address of the page that a revisit repeats, by digest or address; null where it is not in the file. */
  original(digest: string | null, url: string | null): string | null;
  /** Addresses that led to this one. */
  redirectsTo(url: string | null): readonly string[];
}

/** Of each kind; a file with more forgets the oldest. */
const MOST = 200_000;

/** Nothing known yet. */
export function knownCaptures(): KnownCaptures {
  const pages = new Map<string, string>();
  const redirects = new Map<string, string[]>();
  const remember = <Value>(map: Map<string, Value>, key: string, value: Value) => {
    if (map.size >= MOST) map.delete(map.keys().next().value ?? '');
    map.set(key, value);
  };
  const nameOf = (url: string) => canonicalUrl(url) ?? url;
  return {
    page(url, digest) {
      if (url === null) return;
      remember(pages, nameOf(url), url);
      if (digest !== null) remember(pages, digest, url);
    },
    redirect(from, to) {
      if (from === null || nameOf(from) === nameOf(to)) return;
      const sources = redirects.get(nameOf(to)) ?? [];
      if (sources.length < 20 && !sources.includes(from)) remember(redirects, nameOf(to), [...sources, from]);
    },
    original: (digest, url) =>
      (digest === null ? undefined : pages.get(digest)) ??
      (url === null ? null : (pages.get(nameOf(url)) ?? null)),
    redirectsTo: (url) => (url === null ? [] : (redirects.get(nameOf(url)) ?? [])),
  };
}
