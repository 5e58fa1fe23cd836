import type { Attributes } from '../../markup/html-tokens';
import { PLACE_ATTRIBUTE } from './page-scan';

/** What elements are judged by; of all else only the tree would grow. */
const JUDGED = [
  'class',
  'id',
  'role',
  'rel',
  'itemprop',
  'aria-hidden',
  'aria-modal',
  'colspan',
  'rowspan',
  'summary',
];
const LONGEST = 500;

/** The tag as it is judged: its place, and the attributes that tell what it is. Addresses count only as such. */
export function markedTag(name: string, attributes: Attributes, place: number): string {
  let tag = `<${name} ${PLACE_ATTRIBUTE}="${place}"`;
  for (const judged of JUDGED) {
    const value = attributes.get(judged);
    if (value !== undefined) tag += ` ${judged}="${escaped(value)}"`;
  }
  const href = attributes.get('href');
  if (href !== undefined) tag += ` href="${href.startsWith('#') ? '#' : 'a'}"`;
  if (attributes.has('src')) tag += ' src="a.jpg"';
  return `${tag}>`;
}

function escaped(value: string): string {
  return value.slice(0, LONGEST).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

/** Not shown, by what the tag itself says. */
export function isHidden(attributes: Attributes): boolean {
  const style = attributes.get('style');
  return (
    attributes.has('hidden') ||
    (style !== undefined && /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style))
  );
}
