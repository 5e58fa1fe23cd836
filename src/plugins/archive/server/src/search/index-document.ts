import { createHash } from 'node:crypto';

import { dayNumber, UNDATED, type DayNumber } from '../../../core/search/date-number';
import { searchWords } from '../../../core/search/search-words';
import { LINK_TAGS, type LinkKind } from './search-shape';

/** What the index keeps of an article's row beside its words. */
export interface ArticleFacts {
  readonly rowId: number;
  readonly published: boolean;
  readonly locale: string | null;
  readonly dateEarliest: string | null;
  readonly dateLatest: string | null;
  readonly dateBasis: string | null;
  /** The row's own time of change, as the database writes it. */
  readonly changed: string;
  readonly section: string | null;
  /** Numbers of the rows that it is linked to, rising. */
  readonly links: Readonly<Partial<Record<LinkKind, readonly number[]>>>;
}

/** An article's row as the index reads it. */
export interface ArticleToIndex extends ArticleFacts {
  readonly texts: Readonly<Record<IndexField, string>>;
}

export const INDEX_FIELDS = ['title', 'byline', 'body'] as const;
export type IndexField = (typeof INDEX_FIELDS)[number];

/** What the index keeps of an article beside its words. */
export interface StoredDocument {
  /** Day and row in one number, so that the index itself is in the order of dates: see `documentNumber`. */
  readonly doc: number;
  readonly rowId: number;
  readonly published: boolean;
  readonly latest: DayNumber;
  readonly tags: readonly string[];
  /** Of its words. */
  readonly hash: string;
  readonly changed: string;
}

/** An article's text as the index holds it. */
export interface IndexedText {
  /** Folded words, separated by spaces. */
  readonly words: Readonly<Record<IndexField, string>>;
  readonly hash: string;
}

export type IndexDocument = StoredDocument & IndexedText;

/** Whether the index has the same entries for both. */
export function sameEntries(a: StoredDocument, b: StoredDocument): boolean {
  return (
    a.hash === b.hash &&
    a.doc === b.doc &&
    a.latest === b.latest &&
    a.published === b.published &&
    a.tags.join(' ') === b.tags.join(' ')
  );
}

/** Characters of one article that are indexed; PostgreSQL refuses a vector of more than a megabyte. */
const MOST_TEXT = 250_000;
/** Row numbers lie below this; the product with the last day of year 9999 is a safe integer. */
export const ROWS_A_DAY = 2 ** 31;

export function documentNumber(day: DayNumber, rowId: number): number {
  return day * ROWS_A_DAY + rowId;
}

export function dayOfDocument(doc: number): DayNumber {
  return Math.floor(doc / ROWS_A_DAY);
}

export function rowOfDocument(doc: number): number {
  return doc % ROWS_A_DAY;
}

/** Tags are words of the index that no text can hold, since folded words have no underscore. */
export const TAG = { all: '_d', exact: '_x', span: '_r', undated: '_u', media: '_m' } as const;

export const linkTag = (kind: LinkKind, id: number) => `_${LINK_TAGS[kind]}${id}`;
export const localeTag = (locale: string) => `_l${locale.toLowerCase().replace(/[^a-z0-9]/g, '')}`;
/** One tag for all spellings of a section; null for what has no letters. */
export function sectionTag(section: string): string | null {
  const key = searchWords(section).join('').slice(0, 60).toWellFormed();
  return key === '' ? null : `_c${key}`;
}

/** Folds texts; a draft and its published twin mostly have the same, which is then folded once. */
export type FoldText = (text: string) => string;

export function foldingOnce(): FoldText {
  const known = new Map<string, string>();
  return (text) => {
    const folded = known.get(text) ?? foldedText(text);
    known.set(text, folded);
    return folded;
  };
}

export function indexDocument(article: ArticleToIndex, folded: FoldText): IndexDocument {
  return documentOf(article, indexedText(article.texts, folded));
}

/** Needs no database, so that an import does it where the record is parsed. */
export function indexedText(texts: ArticleToIndex['texts'], folded: FoldText = foldedText): IndexedText {
  const words = { title: folded(texts.title), byline: folded(texts.byline), body: folded(texts.body) };
  const hash = createHash('sha1')
    .update([words.title, words.byline, words.body].join('\n'))
    .digest('base64url');
  return { words, hash };
}

export function documentOf(article: ArticleFacts, { words, hash }: IndexedText): IndexDocument {
  const earliest = dayNumber(article.dateEarliest) ?? UNDATED;
  const latest = latestDay(article, earliest);
  const tags = tagsOf(article, earliest, latest);
  const doc = documentNumber(earliest, article.rowId);
  const { rowId, published, changed } = article;
  return { doc, rowId, published, latest, tags, hash, changed, words };
}

function foldedText(text: string): string {
  const read = text.length > MOST_TEXT ? text.slice(0, MOST_TEXT) : text;
  return searchWords(read).join(' ').slice(0, MOST_TEXT).toWellFormed();
}

/** A date with a beginning but no end, as in `1985/..`, may go on for ever. */
const FOREVER = dayNumber('9999-12-31') ?? UNDATED;

function latestDay({ dateLatest }: ArticleFacts, earliest: DayNumber): DayNumber {
  const latest = dayNumber(dateLatest) ?? (earliest === UNDATED ? UNDATED : FOREVER);
  return Math.max(earliest, latest);
}

function tagsOf(article: ArticleFacts, earliest: DayNumber, latest: DayNumber): string[] {
  const tags: string[] = [TAG.all];
  const hasDate = latest !== UNDATED;
  if (hasDate) tags.push(earliest === latest ? TAG.exact : TAG.span);
  const isGuess = article.dateBasis === 'era' || article.dateBasis === 'unknown';
  if (!hasDate || isGuess) tags.push(TAG.undated);
  if (article.locale) tags.push(localeTag(article.locale));
  const section = article.section === null ? null : sectionTag(article.section);
  if (section) tags.push(section);
  for (const kind of ['source', 'era', 'entity'] as const) {
    tags.push(...new Set((article.links[kind] ?? []).map((id) => linkTag(kind, id))));
  }
  if ((article.links.media ?? []).length > 0) tags.push(TAG.media);
  return tags;
}
