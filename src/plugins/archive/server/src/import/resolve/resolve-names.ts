import type { ArticleName } from '../../../../core/entities/article-names';
import { foldName } from '../../../../core/entities/fold-name';
import { nameHash } from '../../../../core/entities/name-hash';
import type { StoredMention } from '../../mentions/stored-mention';
import type { AuthorityEntry } from './authority';
import type { EntityAuthority } from './entity-authority';

/**
 * The record that a name stands for in one article: the one that the gazetteer found, that of the longer name it is
 * short for, or the only one of that name. `last` is what was decided for it before: it stands where nothing else
 * tells two records of one name apart, because a person may have.
 */
export function recordOf(
  entities: EntityAuthority,
  name: ArticleName,
  last: StoredMention | undefined,
): AuthorityEntry | null {
  const before = last?.entity ? entities.get(last.entity) : null;
  if (name.ids.length > 1) return before;
  const [id] = name.ids;
  const known = id === undefined ? null : entities.get(id);
  if (known !== null) return known;
  const long = name.standsFor === null ? null : entities.find(nameHash(foldName(name.standsFor)), name.kind);
  const own = entities.find(name.hash, name.kind);
  // `Issa` is whoever the article calls Issa; an acronym is first of all itself.
  const found = name.kind === 'person' ? (long ?? own) : (own ?? long);
  return found ?? before;
}

/** The records that an article is linked to, in the order in which it first speaks of them. */
export function linkedRecords(found: readonly (AuthorityEntry | null)[], most: number): AuthorityEntry[] {
  const records = new Map<string, AuthorityEntry>();
  for (const entry of found) {
    if (entry !== null && !entry.rejected && records.size < most) records.set(entry.documentId, entry);
  }
  return [...records.values()];
}
