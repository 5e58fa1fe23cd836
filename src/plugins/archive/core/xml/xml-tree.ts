import type { Span } from '../span';

/** Text as it stands in the source; in a CDATA section nothing is escaped. */
export interface XmlText extends Span {
  readonly kind: 'text' | 'cdata';
}

/** An element of a record. Positions are UTF-16 units of the record's text. */
export interface XmlElement extends Span {
  readonly kind: 'element';
  /** As written: `wp:post_id`. */
  readonly name: string;
  /** Without its prefix. */
  readonly local: string;
  /** By name as written. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
  /** Its content, tags left out. */
  readonly inner: Span;
}

export type XmlNode = XmlElement | XmlText;

/** A place where the markup is broken, and what stands there. */
export interface XmlFault extends Span {
  readonly found: string;
}

export interface XmlTree {
  /** Stands for the source; its children are the elements found there. */
  readonly root: XmlElement;
  readonly faults: readonly XmlFault[];
}

/** The first child element of one of these names (as written, or without prefix where the name has none). */
export function child(parent: XmlElement | null, ...names: readonly string[]): XmlElement | null {
  for (const node of parent?.children ?? []) {
    if (node.kind === 'element' && isNamed(node, names)) return node;
  }
  return null;
}

/** All child elements of one of these names, or all. */
export function childElements(parent: XmlElement | null, ...names: readonly string[]): XmlElement[] {
  return (parent?.children ?? []).filter(
    (node): node is XmlElement => node.kind === 'element' && (names.length === 0 || isNamed(node, names)),
  );
}

/** The element that a path of names leads to. */
export function at(parent: XmlElement | null, ...path: readonly string[]): XmlElement | null {
  return path.reduce<XmlElement | null>((element, name) => child(element, name), parent);
}

/** All elements of one of these names inside, in the order of the source. The tree is never deep. */
export function descendants(parent: XmlElement | null, ...names: readonly string[]): XmlElement[] {
  const found: XmlElement[] = [];
  const visit = (element: XmlElement) => {
    for (const node of element.children) {
      if (node.kind !== 'element') continue;
      if (isNamed(node, names)) found.push(node);
      visit(node);
    }
  };
  if (parent !== null) visit(parent);
  return found;
}

/** `title` fits `title` and `atom:title`; `media:title` fits itself alone. */
function isNamed(element: XmlElement, names: readonly string[]): boolean {
  return names.some((name) => element.name === name || (!name.includes(':') && element.local === name));
}
