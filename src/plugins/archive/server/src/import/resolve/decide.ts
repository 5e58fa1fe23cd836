import { newDocumentId } from '../write/document-id';
import { identify } from './identify';
import type { KnownRows, ImportedState } from './known-rows';
import type { PreparedArticle } from './prepare-record';
import { keyName, strongKeys } from './record-keys';

/** What is to happen with one article of a batch. */
export type Decision =
  | { readonly is: 'create'; readonly article: PreparedArticle; readonly documentId: string }
  | { readonly is: 'update'; readonly article: PreparedArticle; readonly state: ImportedState }
  | {
      readonly is: 'seen';
      readonly article: PreparedArticle;
      readonly target: string;
      readonly duplicate: boolean;
    }
  | { readonly is: 'duplicate'; readonly article: PreparedArticle; readonly target: string }
  | { readonly is: 'conflict'; readonly article: PreparedArticle; readonly targets: readonly string[] };

export interface Decisions {
  readonly decided: readonly Decision[];
  /** Articles that depend on what the decided ones will write: to be looked up again afterwards. */
  readonly rest: readonly PreparedArticle[];
}

/** What was decided and is not in the database yet: texts and keys with their articles, and changed articles. */
export interface Pending {
  readonly texts: Map<string, string>;
  readonly keys: Map<string, string>;
  readonly targets: Set<string>;
}

export function noPending(): Pending {
  return { texts: new Map(), keys: new Map(), targets: new Set() };
}

/**
 * Decides for as many articles, in order, as can be written together. Two records of one batch with the same key
 * and other text are versions of one article: the second waits until the first is written, so that the outcome
 * does not depend on where a batch ends.
 */
export function decide(
  articles: readonly PreparedArticle[],
  known: KnownRows,
  { texts: pendingTexts, keys: pendingKeys, targets: pendingTargets }: Pending = noPending(),
): Decisions {
  const decided: Decision[] = [];

  for (const [index, article] of articles.entries()) {
    const text = `${article.contentHash}/${article.locale}`;
    const twin = pendingTexts.get(text);
    const strong = strongKeys(article.keys).map(keyName);
    const identity = identify(article, known);
    const pending = strong.flatMap((key) => pendingKeys.get(key) ?? []);
    const waits = pending.some((target) => target !== twin);
    if (waits || (identity.is === 'known' && pendingTargets.has(identity.state.target))) {
      return { decided, rest: articles.slice(index) };
    }
    const decision = decisionFor(article, identity, twin);
    decided.push(decision);
    if (decision.is === 'create') pendingTexts.set(text, decision.documentId);
    if (decision.is === 'update') pendingTargets.add(decision.state.target);
    const target = pendingTarget(decision);
    if (target !== null) for (const key of strong) pendingKeys.set(key, target);
  }
  return { decided, rest: [] };
}

/** The article that a decision is going to write. */
function pendingTarget(decision: Decision): string | null {
  if (decision.is === 'create') return decision.documentId;
  return decision.is === 'update' ? decision.state.target : null;
}

function decisionFor(
  article: PreparedArticle,
  identity: ReturnType<typeof identify>,
  twin: string | undefined,
): Decision {
  switch (identity.is) {
    case 'seen':
      return { is: 'seen', article, target: identity.target, duplicate: identity.duplicate };
    case 'known':
      return { is: 'update', article, state: identity.state };
    case 'conflict':
      return { is: 'conflict', article, targets: identity.targets };
    case 'duplicate':
      return { is: 'duplicate', article, target: identity.target };
    case 'new':
      return twin === undefined
        ? { is: 'create', article, documentId: newDocumentId() }
        : { is: 'duplicate', article, target: twin };
  }
}
