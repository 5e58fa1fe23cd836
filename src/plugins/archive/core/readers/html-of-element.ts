import { placedAt, type PlacedText } from '../text/placed-text';
import { textOfElement } from '../xml/xml-text';
import type { XmlElement } from '../xml/xml-tree';

/** The HTML that an element holds: escaped or in CDATA, or as elements of its own, which stand in the record as they are. */
export function htmlOfElement(text: string, element: XmlElement): PlacedText {
  const isXhtml = element.children.some(({ kind }) => kind === 'element');
  const { start, end } = element.inner;
  return isXhtml ? placedAt(text.slice(start, end), start) : textOfElement(text, element);
}
