/**
 * Three-way merge of one row: what was last imported, what stands there now, what the dump says today.
 * A field that a person changed since the last import is theirs; a field that only the dump changed is written.
 */
export type FieldHashes = Readonly<Record<string, string>>;

export interface MergeInput {
  /** Hashes of the values of the last import, by field. */
  readonly last: FieldHashes;
  /** Hashes of the values in the row now. */
  readonly current: FieldHashes;
  /** Hashes of the values of this import. */
  readonly incoming: FieldHashes;
  /** Fields that stand or fall together, such as those of a date. */
  readonly groups: readonly (readonly string[])[];
}

export interface Merge {
  /** Fields to write, in the order of `incoming`. */
  readonly write: readonly string[];
  /** Fields that the dump changed too, but that a person had changed before. */
  readonly kept: readonly string[];
}

/** Decides for each field; never writes one whose value is already right. */
export function mergeFields({ last, current, incoming, groups }: MergeInput): Merge {
  const edited = new Set(
    Object.keys(incoming).filter((name) => name in last && current[name] !== last[name]),
  );
  for (const group of groups) {
    if (group.some((name) => edited.has(name))) for (const name of group) edited.add(name);
  }
  const write: string[] = [];
  const kept: string[] = [];
  for (const [name, hash] of Object.entries(incoming)) {
    if (hash === current[name] || hash === last[name]) continue;
    (edited.has(name) ? kept : write).push(name);
  }
  return { write, kept };
}
