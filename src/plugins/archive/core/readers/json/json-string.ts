import { placedAt, placedTextBuilder, type PlacedText } from '../../text/placed-text';
import type { JsonNode } from './json-tree';

type JsonString = Extract<JsonNode, { kind: 'string' }>;

/** The text of a string of valid JSON. */
export function unescapedString(text: string, node: JsonString): string {
  return node.escaped ? placedString(text, node).text : text.slice(node.start + 1, node.end - 1);
}

/** The text of a string of valid JSON, with the place of each character. */
export function placedString(text: string, { start, end, escaped }: JsonString): PlacedText {
  if (!escaped) return placedAt(text.slice(start + 1, end - 1), start + 1);
  const builder = placedTextBuilder();
  let from = start + 1;
  for (let at = text.indexOf('\\', from); at >= 0 && at < end - 1; at = text.indexOf('\\', from)) {
    if (at > from) builder.add(text.slice(from, at), from);
    const length = text[at + 1] === 'u' ? 6 : 2;
    builder.add(characterOf(text, at), at, length);
    from = at + length;
  }
  builder.add(text.slice(from, end - 1), from);
  return builder.build();
}

/** The UTF-16 unit that an escape stands for. */
function characterOf(text: string, at: number): string {
  const sign = text[at + 1] ?? '';
  switch (sign) {
    case 'u':
      return String.fromCharCode(Number.parseInt(text.slice(at + 2, at + 6), 16));
    case 'n':
      return '\n';
    case 't':
      return '\t';
    case 'r':
      return '\r';
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    default:
      return sign;
  }
}
