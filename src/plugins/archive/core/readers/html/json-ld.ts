import type { TagValue } from './page-scan';

/** What structured data (schema.org as JSON-LD) says of the article. */
export interface LinkedArticle {
  readonly headline: string | null;
  readonly description: string | null;
  readonly authors: readonly string[];
  readonly published: string | null;
  readonly modified: string | null;
  readonly section: string | null;
  readonly keywords: readonly string[];
  readonly language: string | null;
  readonly publisher: string | null;
  /** Where the data stands in the page. */
  readonly start: number;
  readonly end: number;
}

const ARTICLE_TYPE = /(?:Article|BlogPosting|Report|Review)$/;
const MOST_NODES = 2000;

/** The first article in the structured data of a page; null where there is none. Broken JSON is passed over. */
export function articleInJsonLd(sources: readonly TagValue[]): LinkedArticle | null {
  for (const { value, start, end } of sources) {
    const article = nodesOf(parsed(value)).find(isArticle);
    if (article !== undefined) return { ...factsOf(article), start, end };
  }
  return null;
}

type Node = Readonly<Record<string, unknown>>;

function parsed(source: string): unknown {
  try {
    // Raw line ends inside strings are the commonest fault.
    return JSON.parse(source.replace(/[\u0000-\u001f]/g, ' '));
  } catch {
    return null;
  }
}

/** The nodes of the data: the value itself, a list's, those of `@graph`. */
function nodesOf(value: unknown): Node[] {
  const nodes: Node[] = [];
  const waiting: unknown[] = [value];
  for (let at = 0; at < waiting.length && nodes.length < MOST_NODES; at += 1) {
    const one = waiting[at];
    if (Array.isArray(one)) waiting.push(...(one.slice(0, MOST_NODES) as unknown[]));
    else if (isNode(one)) {
      nodes.push(one);
      waiting.push(one['@graph'], one['mainEntity']);
    }
  }
  return nodes;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isArticle(node: Node): boolean {
  return listOf(node['@type']).some((type) => typeof type === 'string' && ARTICLE_TYPE.test(type));
}

function factsOf(node: Node): Omit<LinkedArticle, 'start' | 'end'> {
  const keywords = listOf(node['keywords']).flatMap((one) => (typeof one === 'string' ? one.split(',') : []));
  return {
    headline: textOf(node['headline']) ?? textOf(node['name']),
    description: textOf(node['description']),
    authors: listOf(node['author'] ?? node['creator']).flatMap((one) => textOf(one) ?? []),
    published: textOf(node['datePublished']) ?? textOf(node['dateCreated']),
    modified: textOf(node['dateModified']),
    section: textOf(node['articleSection']),
    keywords: keywords.map((word) => word.trim()).filter((word) => word !== ''),
    language: textOf(node['inLanguage']),
    publisher: textOf(node['publisher']),
  };
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.slice(0, 100);
  return value === undefined || value === null ? [] : [value];
}

/** A text, or the name of a node; of a list the first. */
function textOf(value: unknown): string | null {
  const one: unknown = listOf(value)[0];
  const text = isNode(one) ? (one['name'] ?? one['@value']) : one;
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : null;
}
