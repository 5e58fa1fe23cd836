import { canonicalOf, pageUrl } from './canonical-url';

const ON = new Set(['', '1', 'true', 'yes']);
/** Parameters that only choose another look of the same page, with the values that do so. */
const LOOKS: readonly (readonly [name: RegExp, values: ReadonlySet<string>])[] = [
  [/^(amp|print|printable|printer|print_view|printer_friendly|mobile)$/i, ON],
  [/^(outputtype|view|format|mode|layout)$/i, new Set(['amp', 'print', 'printable', 'printer', 'mobile'])],
];
const LOOK_HOST = /^(?:www\.)?(?:amp|m|mobile|print)\./;
const LOOK_PATH = /\/(?:amp|print|printable)\/?$/i;
const INDEX = /\/(?:index|default)\.(?:html?|php|aspx?|jsp)$/i;

/**
 * Canonical spellings under which a page may be known, likeliest first: the address itself, the page without the look
 * (AMP, print, mobile) that the address asks for, and the AMP page in case that alone was saved. Each also on the
 * other hosts of the same site. Empty where the text is no address of a page.
 */
export function urlCandidates(
  text: string,
  otherHosts: (host: string) => readonly string[] = () => [],
): string[] {
  const url = pageUrl(text);
  if (url === null) return [];
  const plain = withoutLook(url);
  const found = [url, plain, withoutIndex(plain), ampOf(plain)];
  const hosts = [...new Set(found.flatMap((one) => otherHosts(hostName(one))))];
  return [
    ...new Set(
      [...found, ...hosts.flatMap((host) => found.map((one) => onHost(one, host)))].map(canonicalOf),
    ),
  ];
}

/** A host as canonical addresses have it. */
export function hostName({ host }: URL): string {
  return host
    .replace(/:(80|443)$/, '')
    .replace(/^www\./, '')
    .replace(/\.$/, '');
}

function withoutLook(url: URL): URL {
  const plain = new URL(url);
  for (const [name, value] of [...plain.searchParams]) {
    if (LOOKS.some(([names, values]) => names.test(name) && values.has(value.toLowerCase()))) {
      plain.searchParams.delete(name);
    }
  }
  plain.pathname = plain.pathname.replace(LOOK_PATH, '/');
  // `m.example` alone is a site of its own.
  const host = plain.hostname.replace(LOOK_HOST, '');
  if (host.includes('.')) plain.hostname = host;
  return plain;
}

function withoutIndex(url: URL): URL {
  const plain = new URL(url);
  plain.pathname = plain.pathname.replace(INDEX, '/');
  return plain;
}

function ampOf(url: URL): URL {
  const amp = new URL(url);
  amp.pathname = `${amp.pathname.replace(/\/$/, '')}/amp`;
  return amp;
}

function onHost(url: URL, host: string): URL {
  const moved = new URL(url);
  moved.host = host;
  if (!host.includes(':')) moved.port = '';
  return moved;
}
