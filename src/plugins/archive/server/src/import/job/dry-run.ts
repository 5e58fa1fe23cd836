import type { Knex } from 'knex';

import type { Outcome } from '../../../../core/outcome';
import { inBatches } from '../input/in-batches';
import type { PathNotice } from '../input/list-files';
import { listFiles } from '../input/list-files';
import { parseFiles, type ParseTask } from '../input/parse-files';
import type { ParseSettings } from '../input/parse-file';
import type { ParsedItem } from '../input/parsed-record';
import type { WritePlan } from '../plan/write-plan';
import { decide, noPending, type Decision } from '../resolve/decide';
import { knownRows } from '../resolve/known-rows';
import { takenDown } from '../resolve/taken-down';
import { refusals } from '../resolve/refusals';
import { loadGazetteer } from '../resolve/load-gazetteer';
import { preparedRecord, type PreparedArticle } from '../resolve/prepare-record';
import type { JobOptions } from './job-options';
import { emptyTally, tallyWith, type Tally } from './tally';

export interface DryRun {
  readonly knex: Knex;
  readonly plan: WritePlan;
  readonly options: JobOptions;
  readonly settings: ParseSettings;
  readonly workers: number;
  readonly onNotice: (notice: PathNotice) => void;
}

const RECORDS_A_BATCH = 500;

/**
 * Says how an import would end, without writing anything. A changed record counts as `updated`; whether an editor's
 * change would win over it (`kept`) is only known when it is written.
 */
export async function dryRun({ knex, plan, options, settings, workers, onNotice }: DryRun): Promise<Tally> {
  const { publish, locale, era, source } = options;
  const target = { plan, publish, locale, era, source };
  const pending = noPending();
  let tally = emptyTally();
  let left = options.limit ?? Infinity;
  const items = parseFiles(
    tasks(options.paths, onNotice),
    { ...settings, target, gazetteer: await loadGazetteer(knex, plan) },
    {
      workers,
      recordTimeoutMs: options.recordTimeout,
    },
  );
  for await (const batch of inBatches(records(items), RECORDS_A_BATCH, Infinity, () => 0)) {
    const prepared = batch.slice(0, left).map((parsed) => preparedRecord(target, parsed));
    left -= prepared.length;
    const articles = prepared.filter((record) => record.state === 'article');
    const refused = prepared.flatMap((record) => (record.state === 'article' ? [] : [record.state]));
    tally = tallyWith(tally, [...refused, ...(await outcomesOf(knex, { plan, publish }, articles, pending))]);
    if (left <= 0) break;
  }
  return tally;
}

async function outcomesOf(
  knex: Knex,
  context: { readonly plan: WritePlan; readonly publish: boolean },
  articles: readonly PreparedArticle[],
  pending: ReturnType<typeof noPending>,
): Promise<Outcome[]> {
  return knex.transaction(async (trx) => {
    const known = await knownRows(trx, context.plan, articles);
    const outcomes: Outcome[] = [];
    for (let waiting = articles; waiting.length > 0; ) {
      const { decided, rest } = decide(waiting, known, pending);
      const down = await takenDown(trx, context.plan, decided);
      const open = decided.filter(({ article }) => !down.has(article));
      const refused = await refusals(trx, context, open);
      outcomes.push(
        ...decided.map((one): Outcome => {
          if (down.has(one.article)) return 'kept';
          return refused.has(one.article) ? 'quarantined' : outcomeOf(one);
        }),
      );
      // The first of the rest is another version of an article that would just have been written.
      if (rest.length > 0) outcomes.push('updated');
      waiting = rest.slice(1);
    }
    return outcomes;
  });
}

function outcomeOf(decision: Decision): Outcome {
  switch (decision.is) {
    case 'create':
      return 'created';
    case 'update':
      return 'updated';
    case 'seen':
      return decision.duplicate ? 'duplicate' : 'unchanged';
    case 'duplicate':
      return 'duplicate';
    case 'conflict':
      return 'quarantined';
  }
}

function* tasks(paths: readonly string[], onNotice: (notice: PathNotice) => void): Generator<ParseTask> {
  for (const listed of listFiles(paths, '/')) {
    if ('notice' in listed) onNotice(listed.notice);
    else yield { file: listed.file, skip: 0 };
  }
}

async function* records(items: AsyncIterable<ParsedItem>) {
  for await (const item of items) if (item.kind === 'record') yield item;
}
