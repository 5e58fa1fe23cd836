import type { Trouble } from './byte-source';

/** What a container may unfold to. One that holds more is read up to there. */
export interface ContainerLimits {
  /** Unpacked bytes, those of nested containers included. */
  readonly maxBytes: number;
  /** Unpacked bytes for each byte on disk; what is below `RATIO_GRACE_BYTES` is not measured. */
  readonly maxRatio: number;
  readonly maxMembers: number;
  /** Archives within archives: 1 is an archive of plain files. */
  readonly maxDepth: number;
}

/** Newsrooms' largest deliveries pass; what only repeats itself does not. Text packs 3 to 30 times smaller. */
export const DEFAULT_CONTAINER_LIMITS: ContainerLimits = {
  maxBytes: 1024 ** 4,
  maxRatio: 200,
  maxMembers: 10_000_000,
  maxDepth: 3,
};

/** A few pages of blanks pack a thousand times smaller and hurt nobody. */
export const RATIO_GRACE_BYTES = 64 * 1024 * 1024;

/** Counts what one file unfolds to. Once over a limit, it stays so. */
export interface Budget {
  readonly limits: ContainerLimits;
  /** Notes unpacked bytes. */
  unpacked(bytes: number): Trouble | null;
  /** Notes a member. */
  member(): Trouble | null;
  exceeded(): Trouble | null;
}

/** The budget of a file of `size` bytes on disk. */
export function budgetFor(size: number, limits: ContainerLimits): Budget {
  const byRatio = RATIO_GRACE_BYTES + size * limits.maxRatio;
  let bytes = 0;
  let members = 0;
  let trouble: Trouble | null = null;
  const exceed = (found: string) => {
    trouble ??= { code: 'container-too-large', found };
  };
  return {
    limits,
    unpacked(count) {
      bytes += count;
      if (bytes > limits.maxBytes) exceed(`more than ${limits.maxBytes} bytes unpacked`);
      else if (bytes > byRatio) exceed(`more than ${limits.maxRatio} times its ${size} bytes unpacked`);
      return trouble;
    },
    member() {
      members += 1;
      if (members > limits.maxMembers) exceed(`more than ${limits.maxMembers} members`);
      return trouble;
    },
    exceeded: () => trouble,
  };
}
