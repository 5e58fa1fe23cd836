import type { QueryField, QueryNode, QueryWords } from '../../../../core/search/query-node';

/** How a text vector labels the words of a field; words of the body have no label of their own. */
export const LABELS = { title: 'A', byline: 'B', body: 'D' } as const satisfies Record<QueryField, string>;

/**
 * A `tsquery`: `'_s3' & 'harbour' & 'dredg':* & !('late':A <-> 'edition':A)`. Every word is quoted and holds letters,
 * marks and digits only. Null where everything is meant.
 */
export function tsQuery(words: QueryNode | null, tags: readonly (readonly string[])[]): string | null {
  const choices = tags.map((choice) => joined('|', choice.map(quoted)));
  const parts = words === null ? choices : [...choices, expression(words)];
  return parts.length === 0 ? null : joined('&', parts);
}

function expression(node: QueryNode): string {
  if (node.is === 'words') return term(node);
  if (node.is === 'not') return `!${expression(node.part)}`;
  return joined(node.is === 'and' ? '&' : '|', node.parts.map(expression));
}

function term({ words, prefix, field }: QueryWords): string {
  const label = field === null ? '' : LABELS[field];
  const last = words.length - 1;
  const terms = words.map((word, index) => {
    const marks = `${prefix && index === last ? '*' : ''}${label}`;
    return `${quoted(word)}${marks === '' ? '' : `:${marks}`}`;
  });
  return joined('<->', terms);
}

function joined(operator: '&' | '|' | '<->', parts: readonly string[]): string {
  return parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(` ${operator} `)})`;
}

function quoted(word: string): string {
  return `'${word}'`;
}

/** The same query for vectors without positions and labels, as those of drafts are. */
export function withoutPlaces(node: QueryNode): QueryNode {
  if (node.is === 'not') return { is: 'not', part: withoutPlaces(node.part) };
  if (node.is !== 'words') return { is: node.is, parts: node.parts.map(withoutPlaces) };
  const { words, prefix } = node;
  const last = words.length - 1;
  const parts = words.map((word, index): QueryWords => {
    return { is: 'words', words: [word], prefix: prefix && index === last, field: null };
  });
  return { is: 'and', parts };
}
