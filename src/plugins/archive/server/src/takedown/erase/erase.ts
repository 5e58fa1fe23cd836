import type { Knex } from 'knex';

import type { ErasedOriginal, TakedownView } from '../../../../shared/archive-api';
import { addEvent } from '../../events/archive-event';
import { typeOf, type WritePlan } from '../../import/plan/write-plan';
import { deleteEntries } from '../../import/undo/delete-entries';
import { isPostgres } from '../../import/write/allocate-ids';
import { articleRows, type ArticleRow } from '../../import/write/article-rows';
import { insertInternal } from '../../import/write/insert-internal';
import { forgetMentions } from '../../mentions/undo-mentions';
import { IMPORTED_ENTRY, TOMBSTONE } from '../../plugin-id';
import { Refusal } from '../../refusal';
import { VARIANTS } from '../../variants/variant-tables';
import { forgetSignatures } from '../../variants/write-signatures';
import type { Vault } from '../../vault/vault';
import { optedInType } from '../articles-asked-for';
import type { TakedownRequest } from '../takedown-request';
import { tombstonesOf } from '../tombstones';
import { eraseMedia } from './erase-media';
import { eraseOriginals } from './erase-originals';
import { eraseSuggestions } from './erase-suggestions';
import { eraseTraces } from './erase-traces';

export interface EraseRequest extends TakedownRequest {
  /** An original from which the record cannot be cut, such as an archive of files, goes as a whole. */
  readonly removeOriginals: boolean;
}

export interface Erased {
  readonly views: readonly TakedownView[];
  /** Hashes that the vault must let go of once the transaction is committed. */
  readonly remove: readonly string[];
}

/**
 * Erases articles for good: rows, captions, names, signatures, ledger and the record in the vault's originals. What
 * stays is a tombstone with hash and reason, and the keys by which old links and later imports know the article.
 * @throws Refusal where there is no such article, it is erased already, or an original cannot be erased in part
 */
export async function erase(
  trx: Knex.Transaction,
  plan: WritePlan,
  vault: Vault,
  request: EraseRequest,
  now: Date,
): Promise<Erased> {
  if (!isPostgres(trx)) await trx.raw('pragma secure_delete = on');
  const views: TakedownView[] = [];
  const remove: string[] = [];
  for (const article of await articlesToErase(trx, plan, request)) {
    const { originals, remove: files } = await eraseArticle(trx, plan, vault, request, article, now);
    remove.push(...files);
    const { contentType, documentId, reason } = request;
    const locale = article.locale === '' ? null : article.locale;
    views.push({ contentType, documentId, locale, state: 'erased', reason, published: false, originals });
  }
  return { views, remove };
}

interface ToErase {
  readonly locale: string;
  readonly rows: readonly ArticleRow[];
  readonly contentHash: string | null;
}

async function eraseArticle(
  trx: Knex.Transaction,
  plan: WritePlan,
  vault: Vault,
  request: EraseRequest,
  { locale, rows, contentHash }: ToErase,
  now: Date,
): Promise<{ originals: readonly ErasedOriginal[]; remove: readonly string[] }> {
  const { contentType, documentId: target, reason, actor, removeOriginals } = request;
  const version = { target, locale };
  // First of all, since it may refuse.
  const files = await eraseOriginals(trx, plan, vault, version, removeOriginals);
  await eraseMedia(trx, plan, version, rows);
  const type = optedInType(plan, contentType);
  await deleteEntries(
    trx,
    type,
    rows.map(({ id }) => id),
  );
  await eraseSuggestions(trx, plan, version);
  await forgetMentions(trx, [version]);
  await forgetSignatures(trx, [version]);
  await trx(VARIANTS)
    .where({ locale })
    .where((either) => {
      void either.where({ target }).orWhere({ variant_of: target });
    })
    .delete();
  await eraseTraces(trx, plan, contentType, version);
  const about = { contentType, target, locale, reason };
  const { table } = typeOf(plan, TOMBSTONE);
  await trx(table).where({ target, locale, kind: 'withdrawn' }).delete();
  const legacyId = rows.map(({ values }) => values['legacyId']).find((id) => typeof id === 'string') ?? null;
  const stone = { kind: 'erased', ...about, contentHash, legacyId, wasPublished: false };
  await insertInternal(trx, typeOf(plan, TOMBSTONE), [stone], now);
  const details = { originals: files.originals.map((one) => ({ ...one })) };
  await addEvent(trx, plan, { kind: 'erased', actor, ...about, details }, now);
  return files;
}

/** Those that are there, and those that a person deleted and imports still remember. */
async function articlesToErase(
  trx: Knex.Transaction,
  plan: WritePlan,
  { contentType, documentId, locale }: TakedownRequest,
): Promise<ToErase[]> {
  const type = optedInType(plan, contentType);
  const found = new Map<string, ToErase>();
  const imported: { locale: string | null; contentHash: string | null }[] = await trx(
    typeOf(plan, IMPORTED_ENTRY).table,
  )
    .where({ target: documentId, content_type: contentType })
    .orderBy('id')
    .select('locale', { contentHash: 'content_hash' });
  for (const { locale: own, contentHash } of imported) {
    found.set(own ?? '', { locale: own ?? '', rows: [], contentHash });
  }
  const rows = await articleRows(trx, plan, type, [{ target: documentId, locale: locale ?? '' }]);
  for (const [name, own] of rows) {
    const at = name.slice(documentId.length + 1);
    found.set(at, { locale: at, rows: own, contentHash: found.get(at)?.contentHash ?? null });
  }
  const asked = [...found.values()].filter((one) => locale === null || one.locale === locale);
  const language = locale === null ? '' : ` in the locale "${locale}"`;
  if (asked.length === 0) {
    throw new Refusal('not-found', `There is no article ${documentId}${language}.`);
  }
  const stones = await tombstonesOf(trx, plan, [documentId]);
  const erased = new Set(stones.filter(({ kind }) => kind === 'erased').map((stone) => stone.locale));
  const open = asked.filter((one) => !erased.has(one.locale));
  if (open.length === 0) throw new Refusal('invalid', `Article ${documentId}${language} is erased already.`);
  return open;
}
