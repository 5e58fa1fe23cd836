import type { Core, UID } from '@strapi/strapi';

import type { TakedownView } from '../../../shared/archive-api';
import { answerRefusals } from '../answer-refusals';
import { underWriteLock } from '../documents/lock-before-writing';
import { actorOfRequest } from '../events/actor';
import { loadedPlan } from '../import/plan/loaded-plan';
import { indexQueued } from '../search/search-index';
import { vaultOfSite } from '../vault/vault-of-site';
import { erase } from './erase/erase';
import { restore } from './restore';
import { checkedReason, type TakedownRequest } from './takedown-request';
import { withdraw } from './withdraw';

type Asked = Omit<TakedownRequest, 'actor' | 'reason'> & { readonly reason: unknown };

/** Withdraws articles and brings them back. */
export interface TakedownService {
  withdraw(asked: Asked): Promise<TakedownView[]>;
  /** Removes text for good. With `removeOriginals`, originals may go that hold other records, too. */
  erase(asked: Asked & { readonly removeOriginals: boolean }): Promise<readonly TakedownView[]>;
  /** Publishes again what was public before it was withdrawn. */
  restore(asked: Asked): Promise<TakedownView[]>;
}

export function createTakedownService({ strapi }: { strapi: Core.Strapi }): TakedownService {
  const carryOut = async (asked: Asked, action: typeof withdraw) => {
    const plan = await loadedPlan(strapi);
    return answerRefusals(() => {
      const request = { ...asked, reason: checkedReason(asked.reason), actor: actorOfRequest(strapi) };
      return underWriteLock(strapi, async (trx) => {
        const views = await action(trx, plan, request, new Date());
        if (plan.search) await indexQueued(trx, plan.search);
        return views;
      });
    });
  };
  const tell = (views: readonly TakedownView[]) => {
    for (const view of views) void strapi.eventHub.emit(`archive.article.${view.state}`, { article: view });
  };

  return {
    async withdraw(asked) {
      const views = await carryOut(asked, withdraw);
      tell(views);
      return views;
    },
    async erase({ removeOriginals, ...asked }) {
      const vault = vaultOfSite(await loadedPlan(strapi), strapi.dirs.app.root);
      let remove: readonly string[] = [];
      const views = await carryOut(asked, async (trx, plan, request, now) => {
        const erased = await erase(trx, plan, vault, { ...request, removeOriginals }, now);
        remove = erased.remove;
        return [...erased.views];
      });
      for (const sha256 of remove) await vault.remove(sha256);
      tell(views);
      return views;
    },
    async restore(asked) {
      const views = await carryOut(asked, restore);
      for (const { contentType, documentId, locale, published } of views) {
        if (!published) continue;
        const where = { documentId, ...(locale === null ? {} : { locale }) };
        await strapi.documents(contentType as UID.ContentType).publish(where);
      }
      tell(views);
      return views;
    },
  };
}
