import type { ParseSettings, ParseTask } from './parse-task';
import type { FileEnd, ParsedRecord } from './parsed-record';

/** What a worker is started with. */
export interface WorkerStart {
  readonly settings: ParseSettings;
  readonly cells: Int32Array;
}

/** Main thread to worker: files to parse, in their order. */
export interface WorkOrder {
  readonly tasks: readonly ParseTask[];
}

/** An item without what the main thread knows already: the file, and the profile beyond its name. */
export type BareItem =
  | ({ readonly kind: 'record' } & Pick<ParsedRecord, 'record' | 'draft' | 'preparation'>)
  | ({ readonly kind: 'file-end' } & Omit<FileEnd, 'file'>);

/** Worker to main thread: items in their order, and what they weigh against the worker's window. */
export interface Delivery {
  readonly items: readonly BareItem[];
  readonly weight: number;
}

/** What an item weighs besides its characters: a record's evidence, entities and issues. */
export const ITEM_WEIGHT = 1_000;

/** A worker stops parsing while more than this is on its way or waiting to be taken: about 8 MB of text. */
export const WINDOW_WEIGHT = 4 * 1024 * 1024;
