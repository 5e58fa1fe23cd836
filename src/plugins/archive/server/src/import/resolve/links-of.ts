import type { Knex } from 'knex';

import { typeOf } from '../plan/write-plan';
import { checkTargets } from '../write/check-targets';
import type { DocumentRows, NewDocument } from '../write/insert-documents';
import type { ImportContext } from './import-context';
import { entitiesOf, ensureEntities } from './link-entities';
import { ensureEras, eraOf } from './link-eras';
import { linkMedia, NO_MEDIA, type LinkedMedia } from './link-media';
import { ensureSources, sourceOf } from './link-sources';
import type { PreparedArticle } from './prepare-record';

export interface LinkWish {
  readonly article: PreparedArticle;
  readonly documentId: string;
  /** Hashes that the last import of the article left; null for a new one. */
  readonly last: Readonly<Record<string, string>> | null;
}

/** What an article is linked to, and what that changed in its media. */
export interface Linked {
  readonly links: NewDocument['links'];
  readonly media: LinkedMedia;
}

/** An article that is linked to nothing. */
export const UNLINKED: Linked = { links: {}, media: NO_MEDIA };

/**
 * Source, era, entities and media items of each article, by relation attribute; records that are missing are
 * created in the same transaction, one statement for all of a kind.
 */
export async function linksOf(
  trx: Knex.Transaction,
  context: ImportContext,
  wishes: readonly LinkWish[],
): Promise<Map<PreparedArticle, Linked>> {
  const target = context.plan.content.article;
  if (!target || wishes.length === 0) return new Map();
  const records = wishes.map(({ article }) => article.parsed);
  await ensureSources(trx, context, records);
  await ensureEras(trx, context, records);
  await ensureEntities(trx, context, records);
  const media = await linkMedia(
    trx,
    context,
    wishes.map(({ article, documentId, last }) => ({ parsed: article.parsed, documentId, last })),
  );

  const type = typeOf(context.plan, target.uid);
  const { links } = type;
  const wanted = new Map(
    wishes.map(({ article, documentId }) => {
      const found: Record<string, readonly DocumentRows[]> = {};
      const put = (attribute: string | null | undefined, targets: readonly DocumentRows[]) => {
        if (attribute && links[attribute]) found[attribute] = targets;
      };
      put(target.attributes.source, present(sourceOf(context, article.parsed)));
      put('era', present(eraOf(context, article.parsed)));
      put(target.attributes.entities, entitiesOf(context, article.parsed));
      const own = media.get(documentId) ?? NO_MEDIA;
      put(target.attributes.mediaItems, own.items);
      return [article, { links: found, media: own }] as const;
    }),
  );
  await checkTargets(
    trx,
    context.plan,
    type,
    [...wanted.values()].map(({ links }) => links),
  );
  return wanted;
}

function present(rows: DocumentRows | null): DocumentRows[] {
  return rows === null ? [] : [rows];
}
