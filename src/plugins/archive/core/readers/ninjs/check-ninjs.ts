import { issue, type Issue } from '../../issue';
import type { JsonNode } from '../json/json-tree';
import { placedScalar } from '../json/json-values';
import { property } from './item-properties';
import { EXTENDED, PUBLISHING_STATES, REPRESENTATIONS, SHAPES, TYPES, type Shape } from './ninjs-properties';

const MOST_ISSUES = 20;
const ISO_DATE = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/;

/**
 * What of an item does not fit ninjs. No JSON schema is run: this is what all versions agree on, and what of it can
 * mislead a reading: names, kinds of values, the lists of `type`, `pubstatus` and `representationtype`, dates.
 */
export function ninjsFaults(text: string, item: JsonNode): Issue[] {
  if (item.kind !== 'object') return [issue('ninjs-invalid', item, 'not an object')];
  const faults: Issue[] = [];
  if (!hasText(text, item, 'uri'))
    faults.push(issue('ninjs-invalid', { start: item.start, end: item.start }, 'no uri'));
  for (const { name, value } of item.members) {
    const wrong = faultOf(text, name, value);
    if (wrong !== null) faults.push(issue('ninjs-invalid', value, `${name}: ${wrong}`));
    if (name.toLowerCase() === 'associations') faults.push(...associationFaults(text, value));
  }
  return faults.slice(0, MOST_ISSUES);
}

function faultOf(text: string, name: string, value: JsonNode): string | null {
  const key = name.toLowerCase();
  const shape = SHAPES.get(key) ?? (EXTENDED.test(key) ? 'string' : null);
  if (shape === null) return 'unknown property';
  if (key === 'rightsinfo' && value.kind === 'object') return rightsFault(value);
  if (!isShaped(text, value, shape)) return `expected ${shape}`;
  if (value.kind !== 'string' && value.kind !== 'number') return null;
  const written = placedScalar(text, value).text;
  if (key === 'urgency') return /^[1-9]$/.test(written) ? null : 'not 1 to 9';
  return listOf(key)?.includes(written) === false
    ? `${written} is not one of ${listOf(key)?.join(', ')}`
    : null;
}

/** Rights are linked to or written out, not both. */
function rightsFault(rights: JsonNode): string | null {
  const both = property(rights, 'linkedrights') !== null && property(rights, 'encodedrights') !== null;
  return both ? 'linked and encoded rights at once' : null;
}

function listOf(key: string): readonly string[] | undefined {
  if (key === 'type') return TYPES;
  if (key === 'pubstatus') return PUBLISHING_STATES;
  return key === 'representationtype' ? REPRESENTATIONS : undefined;
}

function isShaped(text: string, node: JsonNode, shape: Shape): boolean {
  switch (shape) {
    case 'any':
      return true;
    case 'string':
    case 'number':
    case 'object':
      return node.kind === shape;
    case 'date':
      return node.kind === 'object'
        ? false
        : node.kind === 'string' && ISO_DATE.test(placedScalar(text, node).text);
    case 'objects':
      return node.kind === 'array' && node.items.every(({ kind }) => kind === 'object');
    case 'object or objects':
      return node.kind === 'object' || isShaped(text, node, 'objects');
  }
}

/** A list needs names and addresses; an object has the names. */
function associationFaults(text: string, node: JsonNode): Issue[] {
  const items =
    node.kind === 'array' ? node.items : node.kind === 'object' ? node.members.map(({ value }) => value) : [];
  return items.flatMap((item) => {
    if (item.kind !== 'object') return [issue('ninjs-invalid', item, 'associations: not an object')];
    const missing = ['uri', ...(node.kind === 'array' ? ['name'] : [])].filter(
      (name) => !hasText(text, item, name),
    );
    const unknown = item.members.filter(({ name, value }) => faultOf(text, name, value) !== null);
    return [
      ...missing.map((name) => issue('ninjs-invalid', item, `associations: no ${name}`)),
      ...unknown.map(({ name, value }) =>
        issue('ninjs-invalid', value, `associations: ${name}: ${faultOf(text, name, value) ?? ''}`),
      ),
    ];
  });
}

function hasText(text: string, item: JsonNode, name: string): boolean {
  if (item.kind !== 'object') return false;
  const value = item.members.find((member) => member.name === name)?.value;
  return value?.kind === 'string' && placedScalar(text, value).text.trim() !== '';
}
