import { decode } from '../../decode/decode';
import { readXml } from '../../xml/read-xml';
import { descendants, type XmlElement } from '../../xml/xml-tree';
import { xmlRootOf } from '../../xml/xml-root';

/** A word of a page as ALTO has it. */
export interface AltoWord {
  readonly text: string;
  /** The whole word, where this is a part of one that was hyphenated. */
  readonly whole: string | null;
  readonly part: 1 | 2 | null;
  /** A hyphen stands behind it at the end of its line. */
  readonly hyphened: boolean;
  readonly line: number;
  readonly block: number;
}

export interface AltoPage {
  readonly words: readonly AltoWord[];
  /** The words of each element that has an ID: indexes of the first and behind the last. */
  readonly places: ReadonlyMap<string, readonly [number, number]>;
}

/** Reads a page of ALTO (versions 1 to 4): words, lines and blocks in their order. */
export function readAltoPage(bytes: Uint8Array): AltoPage {
  const declared = xmlRootOf(bytes).encoding;
  const { text } = decode(bytes, declared === null ? {} : { declared });
  const words: AltoWord[] = [];
  const places = new Map<string, [number, number]>();
  let [line, block] = [0, 0];
  const visit = (element: XmlElement): void => {
    const from = words.length;
    if (element.local === 'TextLine') line += 1;
    if (element.local === 'TextBlock') block += 1;
    if (element.local === 'String') words.push(wordOf(element, line, block));
    for (const node of element.children) {
      if (node.kind !== 'element') continue;
      const last = words.at(-1);
      if (node.local === 'HYP' && last?.line === line) words[words.length - 1] = { ...last, hyphened: true };
      else visit(node);
    }
    const id = element.attributes.get('ID');
    if (id !== undefined && words.length > from) places.set(id, [from, words.length]);
  };
  for (const layout of descendants(readXml(text).root, 'Layout')) visit(layout);
  return { words, places };
}

function wordOf({ attributes }: XmlElement, line: number, block: number): AltoWord {
  const type = attributes.get('SUBS_TYPE') ?? '';
  const part = type === 'HypPart1' ? 1 : type === 'HypPart2' ? 2 : null;
  const whole = attributes.get('SUBS_CONTENT') ?? '';
  return {
    text: attributes.get('CONTENT') ?? '',
    whole: whole === '' ? null : whole,
    part,
    hyphened: false,
    line,
    block,
  };
}
