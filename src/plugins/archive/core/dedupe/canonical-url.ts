const TRACKING = /^(utm_[a-z]+|fbclid|gclid|mc_cid|mc_eid)$/;
const LONGEST = 2000;

/**
 * One spelling for all that mean the same old page: no scheme, lower-case host without `www.`, no default port,
 * no fragment, no tracking parameters, no trailing slash. Null where the text is no http(s) URL.
 * Sample: `HTTP://WWW.Courier.example:80/a/?utm_source=x#top` -> `courier.example/a`.
 */
export function canonicalUrl(text: string): string | null {
  if (text.length > LONGEST || !URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  for (const name of [...url.searchParams.keys()]) {
    if (TRACKING.test(name)) url.searchParams.delete(name);
  }
  const host = url.host.replace(/^www\./, '').replace(/:(80|443)$/, '');
  const path = url.pathname.endsWith('/') ? url.pathname.slice(0, -1) : url.pathname;
  return `${host}${path}${url.search}`;
}
