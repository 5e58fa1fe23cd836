import type { Knex } from 'knex';

import type { EntityLink } from '../../mentions/entity-link';
import { linkEarlierMentions } from '../../mentions/link-earlier-mentions';
import { mentionsOf, type MentionedArticle } from '../../mentions/read-mentions';
import { versionName, type StoredMention } from '../../mentions/stored-mention';
import { writeMentions } from '../../mentions/write-mentions';
import type { DocumentRows } from '../write/insert-documents';
import type { AuthorityEntry } from './authority';
import type { ImportContext } from './import-context';
import type { PreparedArticle } from './prepare-record';
import { linkedRecords, recordOf } from './resolve-names';
import { suggestEntities } from './suggest-entities';

const MOST_LINKS = 100;

/** An article whose names are to be kept. */
export interface NamedArticle {
  readonly article: PreparedArticle;
  readonly documentId: string;
  /** Hashes that the last import of the article left; null for a new one. */
  readonly last: Readonly<Record<string, string>> | null;
}

/**
 * Keeps the names of articles as mentions, makes suggested records of those that were seen enough, and returns the
 * records that each article is to be linked to. Earlier articles that speak of a new record are linked to it, too.
 */
export async function linkEntities(
  trx: Knex.Transaction,
  context: ImportContext,
  wishes: readonly NamedArticle[],
): Promise<Map<PreparedArticle, DocumentRows[]>> {
  const known = await mentionsOf(trx, wishes.filter(({ last }) => last !== null).map(versionOf));
  const suggested = await suggestEntities(
    trx,
    context,
    wishes.map((wish) => ({
      names: wish.article.names,
      language: wish.article.parsed.draft.article.language,
      counted: countedIn(known.get(versionName(versionOf(wish)))),
    })),
  );
  const links: EntityLink[] = suggested.map(({ hash, entry }) => ({ name: hash, entity: entry }));
  await linkEarlierMentions(trx, context.plan, links, wishes.map(versionOf));
  const resolved = wishes.map((wish) => resolve(context, wish, known.get(versionName(versionOf(wish)))));
  await writeMentions(
    trx,
    context.job,
    wishes.map((wish, index) => ({ ...versionOf(wish), mentions: resolved[index]?.mentions ?? [] })),
    known,
  );
  return new Map(
    wishes.map(({ article }, index) => [article, linkedRecords(resolved[index]?.records ?? [], MOST_LINKS)]),
  );
}

function versionOf({ article, documentId }: NamedArticle) {
  return { target: documentId, locale: article.locale };
}

function countedIn(article: MentionedArticle | undefined): ReadonlySet<number> {
  return new Set(article?.mentions.map(({ hash }) => hash) ?? []);
}

function resolve(
  { authorities }: ImportContext,
  { article }: NamedArticle,
  last: MentionedArticle | undefined,
): { mentions: StoredMention[]; records: (AuthorityEntry | null)[] } {
  const before = new Map(last?.mentions.map((mention) => [mention.hash, mention]) ?? []);
  const mentions: StoredMention[] = [];
  const records: (AuthorityEntry | null)[] = [];
  for (const name of article.names) {
    const entry = recordOf(authorities.entities, name, before.get(name.hash));
    const { text, hash, kind, confidence, title, standsFor, spans } = name;
    const kept = { text, hash, kind, confidence, title, standsFor, spans };
    mentions.push({ ...kept, entity: entry === null || entry.rejected ? null : entry.documentId });
    records.push(entry);
  }
  return { mentions, records };
}
