import { placedTextBuilder, slicePlaced, spanOf, type PlacedText } from '../../text/placed-text';
import type { WordpressHtml } from './wordpress-html';

/** `[name`, `[/name`; its end is looked for apart. */
const OPENING = /\[(\/?)([a-z][\w-]{0,60})(?=[\s\]/=])/gi;
const ATTRIBUTE = /([\w-]{1,60})\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'\]]+))/g;
const LONGEST = 4000;
const MOST_UNKNOWN = 20;

interface Shortcode {
  readonly name: string;
  readonly closes: boolean;
  readonly attributes: ReadonlyMap<string, string>;
  readonly start: number;
  readonly end: number;
}

/**
 * Writes the shortcodes of WordPress itself as elements: `[caption]` around a picture, `[gallery ids="1,2"]`, `[audio]`,
 * `[video]`, `[embed]`. Those of plugins, known by attributes or by an end, are left out, and what they enclose stays.
 * `[sic]` is text.
 */
export function rewriteShortcodes(content: PlacedText): WordpressHtml {
  const { text } = content;
  if (!text.includes('[')) return { html: content, unknown: [] };
  const closed = new Set([...text.matchAll(/\[\/([a-z][\w-]{0,60})\]/gi)].map((match) => nameOf(match[1])));
  const builder = placedTextBuilder();
  const unknown = new Set<string>();
  let from = 0;
  for (const match of text.matchAll(OPENING)) {
    const code = match.index < from ? null : shortcodeAt(text, match.index, match);
    if (code === null) continue;
    const element = elementFor(code, closed);
    if (element === null) continue;
    if (element === '' && !HARMLESS.has(code.name) && unknown.size < MOST_UNKNOWN) unknown.add(code.name);
    builder.append(slicePlaced(content, from, code.start));
    const at = spanOf(content, code.start, code.end);
    builder.add(element, at.start, at.end - at.start);
    from = code.end;
  }
  builder.append(slicePlaced(content, from, text.length));
  return { html: builder.build(), unknown: [...unknown] };
}

function shortcodeAt(text: string, start: number, match: RegExpMatchArray): Shortcode | null {
  const end = endOfShortcode(text, start);
  if (end === null) return null;
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single, bare] of text.slice(start, end).matchAll(ATTRIBUTE)) {
    attributes.set(name.toLowerCase(), double ?? single ?? bare ?? '');
  }
  return { name: nameOf(match[2]), closes: match[1] === '/', attributes, start, end };
}

/** Position behind the `]`; those in quotes do not count, and neither does one in another paragraph. */
function endOfShortcode(text: string, start: number): number | null {
  let quote = '';
  for (let at = start; at < text.length && at - start < LONGEST; at += 1) {
    const character = text.charAt(at);
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === ']') return at + 1;
    else if ((character === '[' && at > start) || character === '<') return null;
  }
  return null;
}

/** Known to enclose text and to mean nothing more: no issue for each of them. */
const HARMLESS = new Set(['embed']);

/** The element that a shortcode stands for; empty where it is left out, null where it is text. */
function elementFor(code: Shortcode, closed: ReadonlySet<string>): string | null {
  const { name, closes, attributes } = code;
  const isPair = closed.has(name);
  switch (name) {
    case 'caption':
    case 'wp_caption':
      if (!isPair) return null;
      return closes ? '</wp-caption>' : element('wp-caption', attributes, ['id', 'caption']);
    case 'gallery':
    case 'playlist':
      return closes ? '' : `${element('wp-gallery', attributes, ['ids'])}</wp-gallery>`;
    case 'audio':
    case 'video':
      return closes ? '' : mediaElement(name, attributes);
    case 'embed':
      return isPair ? '' : null;
    default:
      return isPair || (!closes && attributes.size > 0) ? '' : null;
  }
}

function mediaElement(name: string, attributes: ReadonlyMap<string, string>): string {
  const formats = ['src', 'mp3', 'm4a', 'ogg', 'wav', 'mp4', 'm4v', 'webm', 'ogv', 'flv', 'wmv'];
  const address = formats.map((format) => attributes.get(format)).find((value) => value !== undefined);
  return `${element(name, new Map([['src', address ?? '']]), ['src'])}</${name}>`;
}

function element(name: string, attributes: ReadonlyMap<string, string>, kept: readonly string[]): string {
  const written = kept.map(
    (key) => ` ${key}="${(attributes.get(key) ?? '').replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"`,
  );
  return `<${name}${written.join('')}>`;
}

function nameOf(name: string | undefined): string {
  return (name ?? '').toLowerCase();
}
