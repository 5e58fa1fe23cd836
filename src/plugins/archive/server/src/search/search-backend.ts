import type { Knex } from 'knex';

import type { DayNumber } from '../../../core/search/date-number';
import type { QueryNode } from '../../../core/search/query-node';
import type { IndexDocument, StoredDocument } from './index-document';
import type { SearchShape } from './search-shape';

export type State = 'published' | 'draft';

/** Which documents are meant. */
export interface Selection {
  /** Readers see what is published; drafts are kept apart and never mixed in. */
  readonly state: State;
  readonly words: QueryNode | null;
  /** Each list is a choice, and all of the lists must fit. */
  readonly tags: readonly (readonly string[])[];
  /** Days of which at least one must be possible as the article's date. */
  readonly days: { readonly first: DayNumber; readonly last: DayNumber } | null;
}

/** Where a page begins, after the last document of the page before. */
export interface PageStart {
  readonly doc: number;
  readonly score: number | null;
}

export interface Hit {
  readonly doc: number;
  /** Greater is better; null where the order is that of dates. */
  readonly score: number | null;
}

export type HitOrder = 'relevance' | 'newest' | 'oldest';

export interface PageOptions {
  readonly order: HitOrder;
  readonly after: PageStart | null;
  readonly most: number;
  /** Whether so many documents are meant that reading them in order soon finds a page. */
  readonly isCommon: boolean;
}

export interface TagCount {
  readonly tag: string;
  readonly count: number;
}

/** By relevance no more than this many documents are weighed, the newest of those that fit. */
export const MOST_WEIGHED = 10_000;

/** Two days between which an article's date lies, and how many articles have the same. */
export interface SpanCount {
  readonly first: DayNumber;
  readonly last: DayNumber;
  readonly count: number;
}

/** The index in one database. All statements are built from folded words and bound values alone. */
export interface SearchBackend {
  /** Creates tables and triggers where they are missing; true where some were. */
  prepare(knex: Knex, shape: SearchShape): Promise<boolean>;
  /** Empties the index; `prepare` makes again what this drops. */
  clear(knex: Knex, shape: SearchShape): Promise<void>;
  /** Inserts articles with their links while no trigger queues them: the caller indexes them in this transaction. */
  unqueued<T>(trx: Knex.Transaction, shape: SearchShape, insert: () => Promise<T>): Promise<T>;
  /** Takes up to `most` rows from the queue, those queued last first; a transaction that fails puts them back. */
  takeQueued(trx: Knex.Transaction, shape: SearchShape, most: number): Promise<number[]>;
  isQueueEmpty(knex: Knex, shape: SearchShape): Promise<boolean>;
  /** Queues every article and every document whose article is gone. */
  queueAll(knex: Knex, shape: SearchShape): Promise<void>;
  /** Queues what a comparison of times finds out of step. */
  queueDifferences(knex: Knex, shape: SearchShape): Promise<void>;
  stored(trx: Knex.Transaction, shape: SearchShape, rowIds: readonly number[]): Promise<StoredDocument[]>;
  remove(trx: Knex.Transaction, shape: SearchShape, documents: readonly StoredDocument[]): Promise<void>;
  add(trx: Knex.Transaction, shape: SearchShape, documents: readonly IndexDocument[]): Promise<void>;
  /** Adds to the counters; differences may be negative. */
  addCounts(
    trx: Knex.Transaction,
    shape: SearchShape,
    differences: ReadonlyMap<string, number>,
  ): Promise<void>;

  /** Counters of the published documents whose names begin so, the greatest first. */
  counts(knex: Knex, shape: SearchShape, prefix: string, most: number): Promise<TagCount[]>;
  /** The counter of one tag. */
  counter(knex: Knex, shape: SearchShape, tag: string): Promise<number>;
  /** Work that may wait: what the database needs now and then. */
  tidy(knex: Knex, shape: SearchShape): Promise<void>;

  page(knex: Knex, shape: SearchShape, selection: Selection, options: PageOptions): Promise<Hit[]>;
  /** Counts no further than `most`. */
  count(knex: Knex, shape: SearchShape, selection: Selection, most: number): Promise<number>;
  /** The tags of up to `most` documents, the newest first. */
  tags(knex: Knex, shape: SearchShape, selection: Selection, most: number): Promise<string[][]>;
  /** How many documents lie between which days. */
  spans(knex: Knex, shape: SearchShape, selection: Selection): Promise<SpanCount[]>;
  /** Faults of the index itself, in words; none where it is sound. */
  faults(knex: Knex, shape: SearchShape): Promise<string[]>;
  /** Rows of the article type that the words are found in, as a subquery for `id in (...)`. */
  rowsWith(knex: Knex, shape: SearchShape, words: QueryNode, states: readonly State[]): Knex.Raw;
}
