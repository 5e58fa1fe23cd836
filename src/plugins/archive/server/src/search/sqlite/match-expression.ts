import type { QueryNode, QueryWords } from '../../../../core/search/query-node';
import { TAG } from '../index-document';

/**
 * An FTS5 expression: `("harbour" AND {title} : "late edition") NOT "strike" *`. Every word is quoted and holds
 * letters, marks and digits only, so a query cannot say anything but what its tree says.
 */
export function matchExpression(
  words: QueryNode | null,
  tags: readonly (readonly string[])[],
  detail: 'full' | 'none',
): string {
  const choices = tags.map((choice) => joined('OR', choice.map(quoted)));
  const parts = words === null ? choices : [...choices, ...conjunction(words, detail)];
  return parts.length === 0 ? quoted(TAG.all) : joined('AND', parts);
}

/** What must all be there; FTS5's NOT needs a left side, for which every document has a tag. */
function conjunction(node: QueryNode, detail: 'full' | 'none'): string[] {
  const parts = node.is === 'and' ? node.parts : [node];
  const wanted = parts.flatMap((part) => (part.is === 'not' ? [] : [expression(part, detail)]));
  const unwanted = parts.flatMap((part) => (part.is === 'not' ? [expression(part.part, detail)] : []));
  if (unwanted.length === 0) return wanted;
  const left = wanted.length === 0 ? quoted(TAG.all) : joined('AND', wanted);
  return [`(${left} NOT ${joined('OR', unwanted)})`];
}

function expression(node: QueryNode, detail: 'full' | 'none'): string {
  if (node.is === 'words') return term(node, detail);
  if (node.is === 'or')
    return joined(
      'OR',
      node.parts.map((part) => expression(part, detail)),
    );
  return joined('AND', conjunction(node, detail));
}

/** Without positions and columns in the index, a phrase is its words, and a field is anywhere. */
function term({ words, prefix, field }: QueryWords, detail: 'full' | 'none'): string {
  const star = prefix ? ' *' : '';
  if (detail === 'full') return `${field === null ? '' : `{${field}} : `}"${words.join(' ')}"${star}`;
  const last = words.length - 1;
  return joined(
    'AND',
    words.map((word, index) => `"${word}"${index === last ? star : ''}`),
  );
}

function joined(operator: 'AND' | 'OR', parts: readonly string[]): string {
  return parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(` ${operator} `)})`;
}

function quoted(word: string): string {
  return `"${word}"`;
}
