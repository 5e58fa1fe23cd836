import type { Knex } from 'knex';

import { typeOf } from '../plan/write-plan';
import { checkTargets } from '../write/check-targets';
import type { DocumentRows, NewDocument } from '../write/insert-documents';
import type { ImportContext } from './import-context';
import { linkEntities, type NamedArticle } from './link-entities';
import { ensureEras, eraOf } from './link-eras';
import { linkMedia, NO_MEDIA, type LinkedMedia } from './link-media';
import { ensureSources, sourceOf } from './link-sources';
import type { PreparedArticle } from './prepare-record';

/** What an article is linked to, and what that changed in its media. */
export interface Linked {
  readonly links: NewDocument['links'];
  readonly media: LinkedMedia;
}

/** An article that is linked to nothing. */
export const UNLINKED: Linked = { links: {}, media: NO_MEDIA };

/**
 * Source, era, entities and media items of each article, by relation attribute; records that are missing are
 * created in the same transaction, one statement for all of a kind. Its names are kept as mentions.
 */
export async function linksOf(
  trx: Knex.Transaction,
  context: ImportContext,
  wishes: readonly NamedArticle[],
): Promise<Map<PreparedArticle, Linked>> {
  const target = context.plan.content.article;
  if (!target || wishes.length === 0) return new Map();
  const records = wishes.map(({ article }) => article.parsed);
  await ensureSources(trx, context, records);
  await ensureEras(trx, context, records);
  const entities = await linkEntities(trx, context, wishes);
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
      put(target.attributes.entities, entities.get(article) ?? []);
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
