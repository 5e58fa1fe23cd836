import { found, type Found } from '../evidence';
import { placedTextBuilder, trimPlaced, type PlacedText, type PlacedTextBuilder } from '../text/placed-text';
import { addDecoded } from './xml-entities';
import type { XmlElement } from './xml-tree';

/** The text of an element and of all in it, as XML means it, with the place of each character. */
export function textOfElement(source: string, element: XmlElement): PlacedText {
  const builder = placedTextBuilder();
  addText(builder, source, element);
  return builder.build();
}

function addText(builder: PlacedTextBuilder, source: string, element: XmlElement): void {
  for (const node of element.children) {
    if (node.kind === 'element') addText(builder, source, node);
    else if (node.kind === 'cdata') builder.add(source.slice(node.start, node.end), node.start);
    else addDecoded(builder, source, node.start, node.end);
  }
}

/** The text of an element in one line, with its place as evidence; null where there is none. */
export function foundText(
  source: string,
  element: XmlElement | null,
  rule: string,
  confidence = 1,
): Found | null {
  if (element === null) return null;
  const value = lineOf(textOfElement(source, element).text);
  return value === '' ? null : found(value, element.inner, rule, confidence);
}

/** The value of an attribute, with its tag as evidence; null where it has none. */
export function foundAttribute(
  element: XmlElement | null,
  name: string,
  rule: string,
  confidence = 1,
): Found | null {
  const value = lineOf(element?.attributes.get(name) ?? '');
  if (element === null || value === '') return null;
  return found(value, { start: element.start, end: element.inner.start }, rule, confidence);
}

/** The text of an element without white space around it, or an empty one. */
export function trimmedText(source: string, element: XmlElement | null): PlacedText {
  return element === null ? { text: '', pieces: [] } : trimPlaced(textOfElement(source, element));
}

function lineOf(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
