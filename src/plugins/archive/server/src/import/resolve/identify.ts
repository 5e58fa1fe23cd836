import type { KnownRows, ImportedState, KeyOwner } from './known-rows';
import type { PreparedArticle } from './prepare-record';
import { keyName, strongKeys, type RecordKey } from './record-keys';

export type Identity =
  | { readonly is: 'new' }
  /** This very record was imported before and says nothing else today. */
  | { readonly is: 'seen'; readonly target: string; readonly locale: string; readonly duplicate: boolean }
  | { readonly is: 'known'; readonly state: ImportedState }
  | { readonly is: 'duplicate'; readonly target: string; readonly locale: string }
  | { readonly is: 'conflict'; readonly targets: readonly string[] };

/**
 * Which article a record is. Any key identifies it; keys that lead to different articles are a conflict for a
 * person; equal text under unknown keys is a duplicate. Text alone never identifies, since a corrected record
 * must still be known.
 */
export function identify(article: PreparedArticle, known: KnownRows): Identity {
  const path = article.keys.find((key) => key.kind === 'path');
  const samePath = path ? (known.owners.get(keyName(path)) ?? []) : [];
  const seen = samePath.find((owner) => owner.fingerprint === article.fingerprint);
  if (seen) return { is: 'seen', target: seen.target, locale: seen.locale, duplicate: seen.duplicate };

  const owners = article.keys.flatMap((key) => ownersFor(key, article, known));
  const targets = [...new Set(owners.map((owner) => owner.target))];
  const state = owners[0] && known.states.get(`${owners[0].target}/${owners[0].locale}`);
  if (targets.length > 1 || (state && state.locale !== article.locale)) return { is: 'conflict', targets };
  if (state) return sameTextElsewhere(article, state, samePath) ?? { is: 'known', state };

  const twin = known.texts.get(`${article.contentHash}/${article.locale}`);
  return twin ? { is: 'duplicate', target: twin.target, locale: twin.locale } : { is: 'new' };
}

/** A second file with the same ID and the same text is a duplicate, not a new version of the first. */
function sameTextElsewhere(
  article: PreparedArticle,
  state: ImportedState,
  samePath: readonly KeyOwner[],
): Identity | null {
  if (state.contentHash !== article.contentHash) return null;
  if (samePath.some((owner) => owner.target === state.target)) return null;
  return { is: 'duplicate', target: state.target, locale: state.locale };
}

/** The articles that a key leads to. A path is weak: it counts only where nothing speaks against it. */
function ownersFor(key: RecordKey, article: PreparedArticle, known: KnownRows): KeyOwner[] {
  const owners = (known.owners.get(keyName(key)) ?? []).filter((owner) => !owner.duplicate);
  if (key.kind !== 'path') return owners;
  const strong = strongKeys(article.keys);
  const possible = owners.filter(
    (owner) => !strong.some((one) => contradicts(one, known.strongKeys.get(owner.target))),
  );
  // The very folder says more than a like text in another one: every week has its `Notices`.
  const own = possible.find((owner) => owner.root === key.root);
  const found = own ?? possible.find((owner) => sharesText(article, owner, known));
  return found ? [found] : [];
}

/** The article at that path is known by another legacy ID or address: the files were numbered anew. */
function contradicts(key: RecordKey, strongKeys: ReadonlySet<string> | undefined): boolean {
  if (!strongKeys || strongKeys.has(keyName(key))) return false;
  return [...strongKeys].some((name) => name.startsWith(`${key.kind}:`));
}

/** The same path in another folder is the same article only where headline or body say so too. */
function sharesText(article: PreparedArticle, owner: KeyOwner, known: KnownRows): boolean {
  const last = known.states.get(`${owner.target}/${owner.locale}`)?.fields;
  if (!last) return false;
  const hashes = JSON.parse(article.hashes) as Record<string, string>;
  return article.textAttributes.some((name) => last[name] === hashes[name]);
}
