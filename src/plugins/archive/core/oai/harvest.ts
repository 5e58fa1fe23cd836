import { METADATA_PREFIXES, type MetadataPrefix } from './metadata-formats';

/** What a harvester asks for: which records, and after which of them it goes on. */
export interface Harvest {
  readonly prefix: MetadataPrefix;
  /** Milliseconds since 1970; records changed at or after it. */
  readonly from: number | null;
  /** Records changed before it. */
  readonly before: number | null;
  readonly set: OaiSet | null;
  readonly after: HarvestPlace | null;
}

/** `era:hq3x…`: the articles of one era, or of one source, by its document ID, which no renaming changes. */
export interface OaiSet {
  readonly kind: 'era' | 'source';
  readonly documentId: string;
}

/** The record that an answer ended with. Those that are there come first, then those that were taken down. */
export interface HarvestPlace {
  readonly part: 'live' | 'deleted';
  readonly time: number;
  readonly id: number;
}

const TOKEN =
  /^([a-z_]{1,10})~(\d{0,15})~(\d{0,15})~((?:(?:era|source):[a-z0-9]{1,32})?)~(live|deleted)~(\d{1,15})~(\d{1,15})$/;
/** No database knows a later time or a greater number of a row. */
const LAST_TIME = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
const LAST_ID = 2 ** 31 - 1;
const SET = /^(era|source):([a-z0-9]{1,32})$/;

/** All that the next answer needs, so that the server remembers nothing and a token never expires. */
export function resumptionToken(harvest: Harvest, after: HarvestPlace): string {
  const set = harvest.set === null ? '' : setSpec(harvest.set);
  const parts = [harvest.prefix, harvest.from ?? '', harvest.before ?? '', set];
  return [...parts, after.part, after.time, after.id].join('~');
}

/** Null for what no answer ever gave. */
export function readResumptionToken(token: string): Harvest | null {
  const parts = TOKEN.exec(token);
  const prefix = METADATA_PREFIXES.find((name) => name === parts?.[1]);
  if (!parts || prefix === undefined) return null;
  const numbers = [parts[2], parts[3], parts[6], parts[7]].map((text) => (text ? Number(text) : null));
  const [from = null, before = null, time, id] = numbers;
  if (Math.max(from ?? 0, before ?? 0, time ?? 0) > LAST_TIME || (id ?? 0) > LAST_ID) return null;
  const part = parts[5] === 'deleted' ? 'deleted' : 'live';
  return {
    prefix,
    from,
    before,
    set: readSetSpec(parts[4] ?? ''),
    after: { part, time: time ?? 0, id: id ?? 0 },
  };
}

export function setSpec({ kind, documentId }: OaiSet): string {
  return `${kind}:${documentId}`;
}

/** Null for what is the name of no set. */
export function readSetSpec(text: string): OaiSet | null {
  const parts = SET.exec(text);
  if (!parts?.[2]) return null;
  return { kind: parts[1] === 'era' ? 'era' : 'source', documentId: parts[2] };
}
