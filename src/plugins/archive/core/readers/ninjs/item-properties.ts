import type { Evidence, Found } from '../../evidence';
import { positionOf, trimPlaced, type PlacedText } from '../../text/placed-text';
import { plainOfValue } from '../columns/text-of-value';
import type { JsonNode } from '../json/json-tree';
import { placedScalar } from '../json/json-values';

/** A text of an item, with where it stands. */
export interface ItemText {
  readonly placed: PlacedText;
  readonly evidence: Evidence;
  /** Role of a headline, body or description; empty where it has none. */
  readonly role: string;
  readonly contentType: string;
}

/** The value of the first of these properties that the item has; names without case. */
export function property(item: JsonNode, ...names: readonly string[]): JsonNode | null {
  if (item.kind !== 'object') return null;
  for (const name of names) {
    const member = item.members.find((one) => one.name.toLowerCase() === name);
    if (member !== undefined) return member.value;
  }
  return null;
}

/** The text of a property, or null where it has none. */
export function textOf(text: string, item: JsonNode, ...names: readonly string[]): ItemText | null {
  const node = property(item, ...names);
  return node === null ? null : itemText(text, node, `ninjs:${names[0] ?? ''}`, '', '');
}

/**
 * `headlines: [{ role, value }]` of version 2 on, or `headline`, `headline_main`, ... of version 1, in order.
 * `plural` and `single` are in lower case.
 */
export function textsOf(text: string, item: JsonNode, plural: string, single: string): ItemText[] {
  const list = property(item, plural);
  if (list?.kind === 'array') {
    return list.items.flatMap((one) => {
      const value = property(one, 'value');
      const role = scalar(text, property(one, 'role'));
      const type = scalar(text, property(one, 'contenttype'));
      return value === null ? [] : (itemText(text, value, `ninjs:${plural}`, role, type) ?? []);
    });
  }
  if (item.kind !== 'object') return [];
  return item.members.flatMap(({ name, value }) => {
    const key = name.toLowerCase();
    if (key !== single && !key.startsWith(`${single}_`)) return [];
    const role = key.slice(single.length + 1);
    return itemText(text, value, `ninjs:${name}`, role, /html/.test(role) ? 'text/html' : '') ?? [];
  });
}

/** Names of things: `subjects: [{ name }]`. */
export function namesOf(text: string, item: JsonNode, ...names: readonly string[]): Found[] {
  const list = property(item, ...names);
  if (list?.kind !== 'array') return [];
  return list.items.flatMap((one) => {
    const node = one.kind === 'string' ? one : property(one, 'name');
    const name = node === null ? null : itemText(text, node, `ninjs:${names[0] ?? ''}`, '', '');
    return name === null ? [] : [foundText(name)];
  });
}

/** As a field's value, entities resolved. */
export function foundText({ placed, evidence }: ItemText): Found {
  return { value: plainOfValue(placed).text, evidence };
}

export function scalar(text: string, node: JsonNode | null): string {
  return node === null || node.kind === 'object' || node.kind === 'array'
    ? ''
    : placedScalar(text, node).text.trim();
}

function itemText(
  text: string,
  node: JsonNode,
  rule: string,
  role: string,
  contentType: string,
): ItemText | null {
  if (node.kind !== 'string' && node.kind !== 'number') return null;
  const placed = trimPlaced(placedScalar(text, node));
  if (placed.text === '') return null;
  const end = node.kind === 'string' ? node.end - 1 : node.end;
  return { placed, evidence: { start: positionOf(placed, 0), end, rule, confidence: 1 }, role, contentType };
}
