import type { Knex } from 'knex';

import { IMPORTED_ENTRY, RECORD_KEY } from '../../plugin-id';
import { typeOf, type WritePlan } from '../plan/write-plan';
import { among } from '../write/among';
import { fromJson } from '../write/cell-of';
import type { PreparedArticle } from './prepare-record';
import { keyName, type KeyKind } from './record-keys';

/** What the last import left of an article, enough to tell later who changed what. */
export interface ImportedState {
  readonly target: string;
  readonly locale: string;
  readonly contentHash: string;
  /** Hash of every value that was imported, by attribute. */
  readonly fields: Readonly<Record<string, string>>;
  /** The job that imported it. */
  readonly job: number;
}

/** A stored key, and the article it leads to. */
export interface KeyOwner {
  readonly id: number;
  readonly kind: KeyKind;
  readonly key: string;
  readonly root: string | null;
  readonly target: string;
  readonly locale: string;
  readonly duplicate: boolean;
  readonly fingerprint: string | null;
}

/** All that the database knows of the records of one batch. */
export interface KnownRows {
  /** By `keyName`. */
  readonly owners: ReadonlyMap<string, readonly KeyOwner[]>;
  /** Names of the legacy IDs and addresses of an article. */
  readonly strongKeys: ReadonlyMap<string, ReadonlySet<string>>;
  /** By `target/locale`. */
  readonly states: ReadonlyMap<string, ImportedState>;
  /** By `contentHash/locale`: the first article with that text. */
  readonly texts: ReadonlyMap<string, ImportedState>;
}

/**
 * Looks up the keys and texts of a batch with four queries, whatever its size. Imports only ever add rows here, so
 * that one can be undone by removing its rows; the newest row counts.
 */
export async function knownRows(
  trx: Knex.Transaction,
  plan: WritePlan,
  articles: readonly PreparedArticle[],
): Promise<KnownRows> {
  const owners = await ownersOfKeys(trx, plan, articles);
  const hashes = [...new Set(articles.map((article) => article.contentHash))];
  const twins = await targetsOfTexts(trx, plan, hashes);
  const targets = [...new Set([...owners.map((owner) => owner.target), ...twins])];
  const states = lastBy(await statesOf(trx, plan, targets), (state) => `${state.target}/${state.locale}`);
  return {
    owners: groupBy(owners, keyName),
    strongKeys: await strongKeysOf(trx, plan, targets),
    states,
    texts: firstBy([...states.values()], (state) => `${state.contentHash}/${state.locale}`),
  };
}

async function ownersOfKeys(
  trx: Knex.Transaction,
  plan: WritePlan,
  articles: readonly PreparedArticle[],
): Promise<KeyOwner[]> {
  const keys = [...new Set(articles.flatMap((article) => article.keys.map((key) => key.key)))];
  const rows: (Omit<KeyOwner, 'duplicate'> & { duplicate: unknown })[] = await trx(
    typeOf(plan, RECORD_KEY).table,
  )
    .where(among(trx, 'key', keys))
    .whereIn('kind', ['legacyId', 'url', 'path'])
    .orderBy('id')
    .select('id', 'kind', 'key', 'root', 'target', 'locale', 'duplicate', 'fingerprint');
  const owners = rows.map((row) => ({ ...row, duplicate: Boolean(row.duplicate) }));
  // A path says what stood there at the last import; other keys may rightly lead to several articles.
  return [...lastBy(owners, ownerName).values()];
}

function ownerName({ kind, key, root, target }: KeyOwner): string {
  return kind === 'path' ? `${kind}:${key}:${root ?? ''}` : `${kind}:${key}:${target}`;
}

async function strongKeysOf(
  trx: Knex.Transaction,
  plan: WritePlan,
  targets: readonly string[],
): Promise<Map<string, Set<string>>> {
  if (targets.length === 0) return new Map();
  const rows: { kind: 'legacyId' | 'url'; key: string; target: string }[] = await trx(
    typeOf(plan, RECORD_KEY).table,
  )
    .where(among(trx, 'target', targets))
    .whereIn('kind', ['legacyId', 'url'])
    .andWhere({ duplicate: false })
    .select('kind', 'key', 'target');
  const byTarget = groupBy(rows, (row) => row.target);
  return new Map([...byTarget].map(([target, keys]) => [target, new Set(keys.map(keyName))]));
}

async function targetsOfTexts(
  trx: Knex.Transaction,
  plan: WritePlan,
  hashes: readonly string[],
): Promise<string[]> {
  const rows: { target: string }[] = await trx(typeOf(plan, IMPORTED_ENTRY).table)
    .where(among(trx, 'content_hash', hashes))
    .select('target');
  return rows.map((row) => row.target);
}

async function statesOf(
  trx: Knex.Transaction,
  plan: WritePlan,
  targets: readonly string[],
): Promise<ImportedState[]> {
  if (targets.length === 0) return [];
  const rows: (Omit<ImportedState, 'fields'> & { fields: unknown })[] = await trx(
    typeOf(plan, IMPORTED_ENTRY).table,
  )
    .where(among(trx, 'target', targets))
    .andWhere({ content_type: plan.content.article?.uid ?? '' })
    .orderBy('id')
    .select('target', 'locale', { contentHash: 'content_hash' }, 'fields', 'job');
  return rows.map((row) => ({ ...row, fields: fromJson(row.fields) as Record<string, string> }));
}

function groupBy<Item>(items: readonly Item[], nameOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(nameOf(item));
    if (group) group.push(item);
    else groups.set(nameOf(item), [item]);
  }
  return groups;
}

function firstBy<Item>(items: readonly Item[], nameOf: (item: Item) => string): Map<string, Item> {
  const first = new Map<string, Item>();
  for (const item of items) if (!first.has(nameOf(item))) first.set(nameOf(item), item);
  return first;
}

/** In the order in which the names first appear, each with its last item. */
function lastBy<Item>(items: readonly Item[], nameOf: (item: Item) => string): Map<string, Item> {
  return new Map(items.map((item) => [nameOf(item), item]));
}
