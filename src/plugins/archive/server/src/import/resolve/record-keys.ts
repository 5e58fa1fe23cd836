import { canonicalUrl } from '../../../../core/dedupe/canonical-url';
import { fold } from '../../../../core/text/fold';
import type { ParsedRecord } from '../input/parsed-record';
import { dumpPathOf } from '../input/record-place';
import { sha256 } from './hash';

/** `otherUrl` (short links, redirects) leads readers to an article; it never identifies a record. */
export type KeyKind = 'legacyId' | 'url' | 'otherUrl' | 'path' | 'mediaId' | 'mediaUrl' | 'mediaOf';

/** One way to know a legacy record again. */
export interface RecordKey {
  readonly kind: KeyKind;
  readonly key: string;
  /** For paths: the folder that was imported. The same path below another folder may be another article. */
  readonly root: string | null;
}

const LONGEST = 255;

/** Everything by which this record can be known again: legacy ID within its era, old URL, path in the dump. */
export function recordKeys({ file, record, draft }: ParsedRecord): RecordKey[] {
  const { legacyId, legacyUrl } = draft.article;
  const keys: RecordKey[] = [];
  if (legacyId !== null)
    keys.push(keyOf('legacyId', `${eraScope(draft.era.name, draft.source.name)}|${legacyId}`));
  const url = legacyUrl === null ? null : canonicalUrl(legacyUrl);
  if (url !== null) keys.push(keyOf('url', url));
  keys.push({ ...keyOf('path', `${dumpPathOf(file, record)}#${record.indexInMember}`), root: file.root });
  const others = new Set(draft.otherUrls.map(canonicalUrl));
  for (const other of others) if (other !== null && other !== url) keys.push(keyOf('otherUrl', other));
  return keys;
}

/** The space in which a legacy ID is unique: the era, else the source, else everything without either. */
export function eraScope(era: string | null, source: string | null): string {
  return fold(era ?? source ?? '');
}

/** The keys that identify a record wherever it lies. */
export function strongKeys(keys: readonly RecordKey[]): RecordKey[] {
  return keys.filter(({ kind }) => kind === 'legacyId' || kind === 'url');
}

/** A key that fits its column; a longer one is stored as its hash. */
export function keyOf(kind: KeyKind, key: string): RecordKey {
  return { kind, key: key.length > LONGEST ? `sha256:${sha256(key)}` : key, root: null };
}

/** Text form for maps. */
export function keyName({ kind, key }: Pick<RecordKey, 'kind' | 'key'>): string {
  return `${kind}:${key}`;
}
