import { actorOfProcess } from '../../server/src/events/actor';
import { beginWriting } from '../../server/src/import/write/begin-writing';
import { indexQueued } from '../../server/src/search/search-index';
import { restore } from '../../server/src/takedown/restore';
import { checkedReason } from '../../server/src/takedown/takedown-request';
import { withdraw } from '../../server/src/takedown/withdraw';
import type { TakedownView } from '../../shared/archive-api';
import { EXIT, type ExitCode } from '../exit-code';
import { withSite, type Place } from '../project/site-command';

export interface TakedownOptions {
  readonly reason: string;
  readonly locale?: string;
  readonly type?: string;
  readonly json?: boolean;
}

const ACTIONS = { withdraw, restore };

/** `withdraw ID` and `restore ID`. @throws Refusal where there is nothing to withdraw or to restore */
export async function takeDown(
  action: keyof typeof ACTIONS,
  documentId: string,
  options: TakedownOptions,
  place: Place,
): Promise<ExitCode> {
  return withSite(place, async ({ knex, plan }) => {
    const request = {
      contentType: options.type ?? plan.content.article?.uid ?? '',
      documentId,
      locale: options.locale ?? null,
      reason: checkedReason(options.reason),
      actor: actorOfProcess(),
    };
    const views = await knex.transaction(async (trx) => {
      await beginWriting(trx, plan);
      const done = await ACTIONS[action](trx, plan, request, new Date());
      if (plan.search) await indexQueued(trx, plan.search);
      return done;
    });
    for (const view of views) {
      await place.output.result(options.json === true ? JSON.stringify(view) : sentence(view));
    }
    return EXIT.allWell;
  });
}

function sentence({ documentId, locale, state, published }: TakedownView): string {
  const article = locale === null ? documentId : `${documentId} (${locale})`;
  if (state === 'withdrawn') return `${article} is withdrawn. Its draft stays, its old links answer 410.`;
  const publish = published ? ' It was public before: publish it in the admin.' : '';
  return `${article} is restored as a draft.${publish}`;
}
