import { actorOfProcess } from '../../server/src/events/actor';
import { beginWriting } from '../../server/src/import/write/begin-writing';
import { indexQueued } from '../../server/src/search/search-index';
import { erase, type Erased } from '../../server/src/takedown/erase/erase';
import { scrubDatabase } from '../../server/src/takedown/erase/scrub-database';
import { checkedReason } from '../../server/src/takedown/takedown-request';
import { vaultOfSite } from '../../server/src/vault/vault-of-site';
import type { ErasedOriginal, TakedownView } from '../../shared/archive-api';
import { CommandError, EXIT, type ExitCode } from '../exit-code';
import { withSite, type Place } from '../project/site-command';
import type { TakedownOptions } from './take-down';

export interface EraseOptions extends TakedownOptions {
  readonly yes?: boolean;
  readonly removeOriginals?: boolean;
  readonly scrub?: boolean;
}

/** `erase ID`. @throws Refusal where there is nothing to erase, or an original cannot be erased in part */
export async function eraseArticle(
  documentId: string,
  options: EraseOptions,
  place: Place,
): Promise<ExitCode> {
  if (options.yes !== true) throw new CommandError('Erasing cannot be undone. Say --yes if it must be done.');
  return withSite(place, async ({ knex, plan, project }) => {
    const vault = vaultOfSite(plan, project);
    const request = {
      contentType: options.type ?? plan.content.article?.uid ?? '',
      documentId,
      locale: options.locale ?? null,
      reason: checkedReason(options.reason),
      actor: actorOfProcess(),
      removeOriginals: options.removeOriginals === true,
    };
    const { views, remove } = await knex.transaction(async (trx): Promise<Erased> => {
      await beginWriting(trx, plan);
      const erased = await erase(trx, plan, vault, request, new Date());
      if (plan.search) await indexQueued(trx, plan.search);
      return erased;
    });
    for (const sha256 of remove) await vault.remove(sha256);
    for (const view of views) {
      await place.output.result(options.json === true ? JSON.stringify(view) : sentence(view));
    }
    return options.scrub === false ? EXIT.allWell : scrubbed(place, await scrubDatabase(knex, plan));
  });
}

/** `scrub`: writes the database anew without what was deleted. */
export async function scrub(place: Place): Promise<ExitCode> {
  return withSite(place, async ({ knex, plan }) => scrubbed(place, await scrubDatabase(knex, plan)));
}

function scrubbed({ output }: Place, done: boolean): ExitCode {
  output.remark(
    done
      ? 'The database was written anew, without what was deleted.'
      : 'The site is reading, so that its log still holds what was deleted. Stop it and run "strapi-archive scrub".',
  );
  return done ? EXIT.allWell : EXIT.someRefused;
}

const BECAME: Readonly<Record<ErasedOriginal['state'], string>> = {
  removed: 'is removed from the vault',
  blanked: 'is replaced in the vault by a copy without it',
  left: 'is not in the vault and still holds it: remove it there yourself',
};

function sentence({ documentId, locale, originals = [] }: TakedownView): string {
  const article = locale === null ? documentId : `${documentId} (${locale})`;
  const files = originals.map(({ file, path, state }) => `\n  ${path ?? file} ${BECAME[state]}.`);
  return `${article} is erased. Its old links answer 410 with the reason.${files.join('')}`;
}
