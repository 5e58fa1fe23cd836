import type { Budget } from './container-limits';
import type { ByteSource, Trouble } from './byte-source';

/** Something in an archive: a file to read, or one that cannot be. */
export type Member =
  | { readonly path: string; readonly source: ByteSource }
  /** `path` is null where the trouble is the archive's own. */
  | { readonly path: string | null; readonly trouble: Trouble };

/** Bytes that can be read anywhere, such as an open file. */
export interface RandomBytes {
  readonly descriptor: number;
  readonly size: number;
}

/** An archive as it is opened. */
export interface OpenedArchive {
  readonly source: ByteSource;
  /** The same bytes as `source`; null inside another container, where they only come in order. */
  readonly random: RandomBytes | null;
  readonly budget: Budget;
}

/** A format of archives: of files with names, one after the other. */
export interface ArchiveFormat {
  readonly name: string;
  /** Judges by the first bytes (512 suffice) and by the path. */
  recognises(head: Uint8Array, path: string): boolean;
  /**
   * The files in it, in its own order. Folders and hidden files are left out; links and devices are told, never
   * followed. A member's source can be read until the next member is asked for, to its end or not.
   */
  members(archive: OpenedArchive): AsyncGenerator<Member>;
}
