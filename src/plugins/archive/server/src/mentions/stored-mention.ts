import type { EntityKind } from '../../../core/draft-article';
import type { ArticleName } from '../../../core/entities/article-names';
import type { Cell } from '../import/write/cell-of';

/** A name of an article as it is kept, with the record that it stands for. */
export interface StoredMention extends Omit<ArticleName, 'ids'> {
  /** Document ID; null where no record is known, or more than one. */
  readonly entity: string | null;
}

/** An article in one language. */
export interface ArticleVersion {
  readonly target: string;
  readonly locale: string;
}

export interface MentionRow {
  readonly name: number | string;
  readonly entity: string | null;
  readonly text: string;
  readonly kind: EntityKind | null;
  readonly title: string | null;
  readonly stands_for: string | null;
  readonly confidence: number;
  readonly spans: string;
}

export function mentionOf(row: MentionRow): StoredMention {
  return {
    // PostgreSQL's driver gives large numbers as text.
    hash: Number(row.name),
    entity: row.entity,
    text: row.text,
    kind: row.kind,
    title: row.title,
    standsFor: row.stands_for,
    confidence: row.confidence,
    spans: JSON.parse(row.spans) as number[],
  };
}

export const MENTION_COLUMNS = [
  'article',
  'name',
  'entity',
  'text',
  'kind',
  'title',
  'stands_for',
  'confidence',
  'spans',
] as const;

/** Appends the cells of a mention's row, in the order of `MENTION_COLUMNS`. */
export function pushMention(cells: Cell[], article: number, mention: StoredMention): void {
  const { hash, entity, text, kind, title, standsFor, confidence, spans } = mention;
  cells.push(article, hash, entity, text, kind, title, standsFor, confidence, JSON.stringify(spans));
}

export function versionName({ target, locale }: ArticleVersion): string {
  return `${target}/${locale}`;
}
