/** Elements whose start and end part paragraphs, as browsers show them. */
export const BLOCKS: ReadonlySet<string> = new Set([
  ...[
    'address',
    'article',
    'aside',
    'blockquote',
    'body',
    'caption',
    'center',
    'dd',
    'details',
    'dialog',
    'dir',
  ],
  ...[
    'div',
    'dl',
    'dt',
    'fieldset',
    'figcaption',
    'figure',
    'footer',
    'form',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
  ],
  ...[
    'header',
    'hgroup',
    'hr',
    'html',
    'legend',
    'li',
    'main',
    'menu',
    'nav',
    'ol',
    'optgroup',
    'option',
    'p',
  ],
  ...['pre', 'search', 'section', 'select', 'summary', 'table', 'tbody', 'tfoot', 'thead', 'tr', 'ul', 'xmp'],
  // NITF and NewsML-G2 in XHTML's clothes.
  ...['hedline', 'hl1', 'hl2', 'block', 'bq', 'media', 'media-caption', 'byline', 'dateline', 'tagline'],
]);

/** Elements whose content is not the article's text: never shown, or shown only where something else is not. */
export const UNSEEN: ReadonlySet<string> = new Set([
  ...['head', 'noscript', 'noembed', 'noframes', 'template', 'iframe', 'object', 'applet', 'svg', 'math'],
  ...['canvas', 'datalist', 'select', 'button', 'script', 'style', 'textarea', 'audio', 'video', 'map'],
]);

/** Elements without content or end tag. */
export const VOID: ReadonlySet<string> = new Set([
  ...['area', 'base', 'basefont', 'bgsound', 'br', 'col', 'embed', 'frame', 'hr', 'img', 'input', 'keygen'],
  ...['link', 'meta', 'param', 'source', 'track', 'wbr'],
]);

export const STRONG: ReadonlySet<string> = new Set(['b', 'strong']);
export const EMPHASIS: ReadonlySet<string> = new Set(['em', 'i', 'cite', 'dfn', 'var']);

/** `h2` -> 2, and NITF's `hl2` too; 0 for what is no heading. */
export function headingLevel(name: string): number {
  if (name === 'hl1' || name === 'hl2') return Number(name.charAt(2));
  return /^h[1-6]$/.test(name) ? Number(name.charAt(1)) : 0;
}
