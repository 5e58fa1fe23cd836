import { captionMark, type Caption } from './media-values';

export interface CaptionMerge {
  /** What stands in the list now. */
  readonly held: readonly Caption[];
  /** What the article says today. */
  readonly incoming: readonly Caption[];
  /** Marks of what the article said at its last import. */
  readonly last: readonly string[];
  /** Marks of all that imports ever gave the item. */
  readonly imported: ReadonlySet<string>;
}

/** One caption to add (`before` is null), to correct, or to take away (`after` is null). */
export interface CaptionChange {
  readonly kept: boolean;
  readonly before: Caption | null;
  readonly after: Caption | null;
}

/**
 * What an article's captions change in an item's list. Captions that other articles or people gave are left alone; one
 * that a person changed or removed is theirs, and the article's new one is only noted.
 */
export function captionChanges({ held, incoming, last, imported }: CaptionMerge): CaptionChange[] {
  const inList = new Map(held.map((caption) => [captionMark(caption), caption]));
  const saidNow = new Set(incoming.map(captionMark));
  const gone = last.filter((mark) => !saidNow.has(mark));
  const added = distinct(incoming).filter((caption) => {
    const mark = captionMark(caption);
    return !inList.has(mark) && !last.includes(mark);
  });
  const changes: CaptionChange[] = [];
  for (let at = 0; at < Math.max(gone.length, added.length); at += 1) {
    const mark = gone[at];
    const after = added[at] ?? null;
    if (mark === undefined) {
      // Given before by any article, and not there any more: somebody took it away.
      if (after) changes.push({ kept: imported.has(captionMark(after)), before: null, after });
      continue;
    }
    const before = inList.get(mark) ?? null;
    const plain = before && { text: before.text, language: before.language };
    if (before ?? after) changes.push({ kept: before === null, before: plain, after });
  }
  return changes;
}

function distinct(captions: readonly Caption[]): Caption[] {
  return [...new Map(captions.map((caption) => [captionMark(caption), caption])).values()];
}
