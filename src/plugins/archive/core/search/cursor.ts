/** Where the next page begins: after which document, in which order of which search. */
export interface Cursor {
  readonly doc: number;
  readonly score: number | null;
  /** Of the search's other parameters: a cursor of another search is refused. */
  readonly search: string;
}

const WRITTEN = /^(\d{1,16})~([-\d.e+]{0,30})~([a-z0-9]{1,16})$/;

/** The cursor as a word for addresses. */
export function cursorText({ doc, score, search }: Cursor): string {
  return `${doc}~${score ?? ''}~${search}`;
}

/** Null for what is no cursor, or one of another search. */
export function readCursor(text: string, search: string): Cursor | null {
  const parts = WRITTEN.exec(text);
  if (!parts || parts[3] !== search) return null;
  const doc = Number(parts[1]);
  const score = parts[2] === '' ? null : Number(parts[2]);
  if (!Number.isSafeInteger(doc) || (score !== null && !Number.isFinite(score))) return null;
  return { doc, score, search };
}

/** A short name for a search, from all that makes it what it is (FNV-1a). */
export function searchName(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
