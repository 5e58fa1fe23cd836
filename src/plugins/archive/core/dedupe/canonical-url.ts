import { originalOfWayback } from './wayback-url';

const TRACKING = /^(utm_[a-z]+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_cid|mc_eid|_ga)$/;
const LONGEST = 2000;

/**
 * One spelling for all that mean the same old page: no scheme, lower-case host without `www.`, no default port,
 * no fragment, no tracking parameters, parameters in order, percent-encoding only where it is needed, no trailing
 * slash, no Wayback Machine around it. Null where the text is no http(s) URL.
 * Sample: `HTTP://WWW.Courier.example:80/a/?utm_source=x#top` -> `courier.example/a`.
 */
export function canonicalUrl(text: string): string | null {
  const url = pageUrl(text);
  return url === null ? null : canonicalOf(url);
}

/** An http(s) URL, unwrapped from the Wayback Machine and without tracking parameters; null for anything else. */
export function pageUrl(text: string): URL | null {
  if (text.length > LONGEST) return null;
  const original = originalOfWayback(text.trim());
  if (!URL.canParse(original)) return null;
  const url = new URL(original);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  for (const name of [...url.searchParams.keys()]) {
    if (TRACKING.test(name)) url.searchParams.delete(name);
  }
  return url;
}

/** The canonical spelling of a page's URL. */
export function canonicalOf(url: URL): string {
  const host = url.host
    .replace(/:(80|443)$/, '')
    .replace(/^www\./, '')
    .replace(/\.$/, '');
  const path = url.pathname.endsWith('/') ? url.pathname.slice(0, -1) : url.pathname;
  const parameters = url.search
    .slice(1)
    .split('&')
    .filter((one) => one !== '')
    .sort();
  const query = parameters.length === 0 ? '' : `?${parameters.join('&')}`;
  return plainEncoding(`${host}${path}${query}`);
}

/** `%7e` and `~` are the same; so are `%d9` and `%D9` (RFC 3986, 6.2.2). */
function plainEncoding(text: string): string {
  return text.replace(/%[0-9a-f]{2}/gi, (encoded) => {
    const character = String.fromCharCode(Number.parseInt(encoded.slice(1), 16));
    return /[A-Za-z0-9\-._~]/.test(character) ? character : encoded.toUpperCase();
  });
}
