import { identifierAddress, isIdentifierName } from '../../../core/entities/identifiers';
import { typeNamed, type Authority } from './authority';
import type { Property, PropertyValues } from './authority-properties';

const MOST_VALUES = 10;

/** A small page about a record, for a client to show in a frame. */
export function previewPage(
  { name, type }: Authority,
  properties: readonly Property[],
  values: PropertyValues,
): string {
  const rows = properties.flatMap((property) => {
    const own = (values.get(property.id) ?? []).slice(0, MOST_VALUES);
    const shown = own.map((value) => shownValue(property, String(value)));
    return own.length === 0 ? [] : [`<dt>${escaped(property.name)}</dt><dd>${shown.join('<br>')}</dd>`];
  });
  return `<!doctype html>
<html><head><meta charset="utf-8"><title>${escaped(name)}</title>
<style>body{font:14px sans-serif;margin:8px}h1{font-size:16px;margin:0}dt{color:#555}dd{margin:0 0 4px}</style></head>
<body><h1 dir="auto">${escaped(name)}</h1><p>${escaped(typeNamed(type).name)}</p><dl dir="auto">${rows.join('')}</dl></body></html>
`;
}

function shownValue({ path }: Property, value: string): string {
  const name = path.at(-1) ?? '';
  const address = isIdentifierName(name) ? identifierAddress(name, value) : null;
  const text = escaped(value);
  return address === null
    ? text
    : `<a href="${escaped(address)}" target="_blank" rel="noreferrer">${text}</a>`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}
