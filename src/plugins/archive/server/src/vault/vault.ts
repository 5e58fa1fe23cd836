/** A file of the vault, lent for reading: give it back when done. */
export interface BorrowedFile {
  /** On this machine. */
  readonly path: string;
  release(): Promise<void>;
}

/**
 * Where originals are kept, each under the SHA-256 of its bytes and never changed. Another store (object storage, a
 * tape robot) is another implementation of this and nothing else.
 */
export interface Vault {
  /** Keeps a copy of a file. Does nothing where it is there already. @throws VaultFault where the bytes are others */
  keep(path: string, sha256: string): Promise<void>;
  /** The file for reading; null where the vault does not have it. */
  borrow(sha256: string): Promise<BorrowedFile | null>;
  /** Takes a file away for good: for legal erasure alone. */
  remove(sha256: string): Promise<void>;
  /** The hashes of all that it holds. */
  list(): AsyncIterable<string>;
}

/** A file could not be kept; what to do is in the message. */
export class VaultFault extends Error {}
