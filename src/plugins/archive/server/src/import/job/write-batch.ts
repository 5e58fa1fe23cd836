import type { Knex } from 'knex';

import { issue, type Issue } from '../../../../core/issue';
import { writeSignatures, type NewSignature } from '../../variants/write-signatures';
import { typeOf } from '../plan/write-plan';
import { decide, type Decision } from '../resolve/decide';
import type { ImportContext } from '../resolve/import-context';
import { insertKeys, type NewKey } from '../resolve/insert-keys';
import { knownRows, type KnownRows } from '../resolve/known-rows';
import type { NamedArticle } from '../resolve/link-entities';
import { linksOf, UNLINKED, type Linked } from '../resolve/links-of';
import type { PreparedArticle, PreparedRecord } from '../resolve/prepare-record';
import { keyName } from '../resolve/record-keys';
import { refusals } from '../resolve/refusals';
import { rememberEntries } from '../resolve/remember-entries';
import { createArticles } from '../write/create-articles';
import { takenDown } from '../resolve/taken-down';
import { existingTargets } from '../write/existing-targets';
import { importedFields } from '../write/imported-fields';
import { updateArticles, type UpdateResult } from '../write/update-articles';
import type { LedgerEntry } from './ledger';

/**
 * Writes the articles of one batch inside the caller's transaction and returns the one outcome of every record, in
 * order. The number of statements does not depend on the number of new articles.
 */
export async function writeBatch(
  trx: Knex.Transaction,
  context: ImportContext,
  records: readonly PreparedRecord[],
): Promise<LedgerEntry[]> {
  const entries = new Map<PreparedRecord, LedgerEntry>();
  for (const record of records) if (record.state !== 'article') entries.set(record, refusal(record));

  let waiting: readonly PreparedArticle[] = records.filter((record) => record.state === 'article');
  while (waiting.length > 0) {
    const known = await knownRows(trx, context.plan, waiting);
    const { decided, rest } = decide(waiting, known);
    for (const entry of await carryOut(trx, context, known, decided)) entries.set(entry.record, entry.entry);
    waiting = rest;
  }
  return records.map((record) => {
    const entry = entries.get(record);
    if (!entry) throw new Error(`${record.parsed.file.dumpPath} ended without an outcome.`);
    return entry;
  });
}

interface Carried {
  readonly record: PreparedArticle;
  readonly entry: LedgerEntry;
}

async function carryOut(
  trx: Knex.Transaction,
  context: ImportContext,
  known: KnownRows,
  decided: readonly Decision[],
): Promise<Carried[]> {
  const down = await takenDown(trx, context.plan, decided);
  const open = decided.filter(({ article }) => !down.has(article));
  const refused = await refusals(trx, context, open);
  const decisions = open.filter(({ article }) => !refused.has(article));
  const creates = decisions.filter((decision) => decision.is === 'create');
  const updates = decisions.filter((decision) => decision.is === 'update');
  const touched = [
    ...creates.map(({ article, documentId }) => ({ article, documentId, last: null })),
    ...updates.map(({ article, state }) => ({ article, documentId: state.target, last: state.fields })),
  ];
  const linked = await linksOf(trx, context, touched);
  const linkedTo = (article: PreparedArticle) => linked.get(article) ?? UNLINKED;

  await createArticles(
    trx,
    context,
    creates.map((one) => ({ ...one, links: linkedTo(one.article).links })),
  );
  const results = await updateArticles(
    trx,
    context,
    updates.map((one) => ({ ...one, links: linkedTo(one.article).links })),
  );
  await rememberImported(trx, context, creates, updates, linkedTo);
  await writeSignatures(trx, context.job, touched.map(signatureOf));
  await rememberKeys(trx, context, known, decisions);

  const alive = await existingTargets(trx, context.plan, decisions);
  const updated = new Map(updates.map((decision, index) => [decision.article, results[index]]));
  const carried = decisions.map((decision): Carried => {
    const { article } = decision;
    const { media } = linkedTo(article);
    const blank = blankEntry(article);
    const base = { ...blank, issues: [...blank.issues, ...media.issues], changes: media.changes };
    switch (decision.is) {
      case 'create':
        return { record: article, entry: { ...base, outcome: 'created', target: decision.documentId } };
      case 'update': {
        const result = updated.get(article);
        if (!result) throw new Error(`${article.parsed.file.dumpPath} was not updated.`);
        const whole = withMedia(result, media.changes);
        return { record: article, entry: { ...base, ...whole, target: decision.state.target } };
      }
      case 'duplicate':
        return { record: article, entry: { ...base, outcome: 'duplicate', target: decision.target } };
      case 'seen':
        return { record: article, entry: { ...base, ...seenAgain(decision, alive) } };
      case 'conflict':
        return { record: article, entry: { ...base, ...conflict(decision) } };
    }
  });
  return [
    ...carried,
    ...[...refused].map(([record, faults]) => ({ record, entry: refusalOf(record, faults) })),
    ...[...down].map(([record, why]): Carried => {
      const entry = why.reason === 'erased' ? withoutText(record) : blankEntry(record);
      return { record, entry: { ...entry, ...why, outcome: 'kept' } };
    }),
  ];
}

/** What every outcome of an article has in common. */
function blankEntry(article: PreparedArticle): Omit<LedgerEntry, 'outcome' | 'target'> {
  const { parsed, issues, evidence, locale, contentHash } = article;
  return { parsed, issues, evidence, locale, contentHash, reason: null, changes: [] };
}

/** Of an erased article, the ledger keeps that its record came again, and nothing of what it says. */
function withoutText(article: PreparedArticle): ReturnType<typeof blankEntry> {
  const { parsed } = article;
  const draft = { ...parsed.draft, article: { ...parsed.draft.article, title: null } };
  return { ...blankEntry(article), parsed: { ...parsed, draft }, issues: [], evidence: '{}' };
}

function refusalOf(article: PreparedArticle, faults: readonly Issue[]): LedgerEntry {
  return refusal({
    state: 'quarantined',
    reason: faults[0]?.code ?? 'value-refused',
    issues: [...article.issues, ...faults.filter((fault) => !article.issues.includes(fault))],
    evidence: article.evidence,
    parsed: article.parsed,
  });
}

/** A record that changed nothing but a caption changed something all the same. */
function withMedia(result: UpdateResult, media: Linked['media']['changes']): UpdateResult {
  const changes = [...result.changes, ...media];
  if (result.outcome === 'kept' || media.length === 0) return { ...result, changes };
  if (media.some((change) => change.kept)) return { outcome: 'kept', reason: 'edited', changes };
  return { ...result, outcome: 'updated', changes };
}

function signatureOf({ article, documentId, last }: NamedArticle): NewSignature {
  const { locale, signature } = article;
  return { target: documentId, locale, signature, isKnown: last !== null };
}

function seenAgain(
  { target, duplicate }: Extract<Decision, { is: 'seen' }>,
  alive: ReadonlySet<string>,
): Pick<LedgerEntry, 'outcome' | 'reason' | 'target'> {
  if (!alive.has(target)) return { outcome: 'kept', reason: 'deleted', target };
  return { outcome: duplicate ? 'duplicate' : 'unchanged', reason: null, target };
}

function conflict({ article, targets }: Extract<Decision, { is: 'conflict' }>) {
  const found = issue('identity-conflict', { start: 0, end: 0 }, targets.join(', '));
  return {
    outcome: 'quarantined' as const,
    reason: 'identity-conflict',
    target: null,
    issues: [...article.issues, found],
  };
}

function refusal(record: Exclude<PreparedRecord, PreparedArticle>): LedgerEntry {
  const { parsed, state, reason, issues, evidence } = record;
  return {
    parsed,
    outcome: state,
    reason,
    issues,
    evidence,
    target: null,
    locale: null,
    contentHash: null,
    changes: [],
  };
}

/** Keeps what was imported, so that the next import can tell the dump's changes from a person's. */
async function rememberImported(
  trx: Knex.Transaction,
  context: ImportContext,
  creates: readonly Extract<Decision, { is: 'create' }>[],
  updates: readonly Extract<Decision, { is: 'update' }>[],
  linkedTo: (article: PreparedArticle) => Linked,
): Promise<void> {
  const contentType = context.plan.content.article?.uid ?? '';
  const { draftAndPublish } = typeOf(context.plan, contentType);
  const rowsAWrite = draftAndPublish && context.publish ? 2 : 1;
  const entryFor = (article: PreparedArticle, target: string) => ({
    contentType,
    target,
    locale: article.locale,
    contentHash: article.contentHash,
    fields: importedFields(article, linkedTo(article).links, linkedTo(article).media.memory),
    rowCount: rowsAWrite,
  });
  await rememberEntries(trx, context, [
    ...creates.map(({ article, documentId }) => entryFor(article, documentId)),
    ...updates.map(({ article, state }) => entryFor(article, state.target)),
  ]);
}

async function rememberKeys(
  trx: Knex.Transaction,
  context: ImportContext,
  known: KnownRows,
  decisions: readonly Decision[],
): Promise<void> {
  const keys: NewKey[] = [];
  for (const decision of decisions) {
    if (decision.is === 'seen' || decision.is === 'conflict') continue;
    const target = targetOf(decision);
    const duplicate = decision.is === 'duplicate';
    for (const key of decision.article.keys) {
      const stored = known.owners.get(keyName(key)) ?? [];
      const isThere = stored.some((owner) => owner.target === target && owner.duplicate === duplicate);
      if (key.kind !== 'path' && isThere) continue;
      keys.push({
        key,
        target,
        contentType: context.plan.content.article?.uid ?? '',
        locale: decision.article.locale,
        duplicate,
        fingerprint: key.kind === 'path' ? decision.article.fingerprint : null,
      });
    }
  }
  await insertKeys(trx, context, keys);
}

function targetOf(decision: Exclude<Decision, { is: 'seen' | 'conflict' }>): string {
  switch (decision.is) {
    case 'create':
      return decision.documentId;
    case 'update':
      return decision.state.target;
    case 'duplicate':
      return decision.target;
  }
}
