import type { TextFile } from '../slices/open-text-file';
import type { FileWindow } from '../slices/file-window';
import { lineAt, LONGEST_SEPARATOR } from './line-scan';
import type { Role, Separator } from './separator';

/** Where an article lies in the window. */
export interface CutArticle {
  readonly from: number;
  readonly to: number;
  /** It is larger than a record may be, and no longer in the window. */
  readonly tooLarge: boolean;
}

const FORM_FEED = 0x0c;

/** Cuts the articles of a text; parts without any text are left out, and so are the lines that only part. */
export async function* cutArticles(
  { window, decoder }: TextFile,
  separator: Separator,
  maxRecordBytes: number,
): AsyncGenerator<CutArticle> {
  const most = Math.ceil(maxRecordBytes / window.unitBytes);
  let from = 0;
  let at = 0;
  let looked = 0;
  const article = (to: number): CutArticle[] => {
    const tooLarge = to - from > most;
    const inside = tooLarge ? { from, to } : trimmed(window, from, to);
    return inside.to > inside.from ? [{ ...inside, tooLarge }] : [];
  };
  const roleOf = (lineFrom: number, lineTo: number): Role => {
    if (lineTo - lineFrom > LONGEST_SEPARATOR || lineTo === lineFrom) return null;
    const bytes = window.bytes(lineFrom, lineTo);
    return separator.roleOf(decoder.decode(bytes, bytes).text);
  };
  for (;;) {
    const line = lineAt(window, at, Math.max(at, looked));
    if (line === null) {
      looked = window.end;
      // What is too large to be a record is not kept; nor is a line too long to part anything.
      const keep = looked - from > most ? (looked - at > LONGEST_SEPARATOR ? looked : at) : from;
      await window.more(keep);
      continue;
    }
    const role = line.from < window.base ? null : roleOf(line.from, line.to);
    const feed = separator.formFeeds && window.units[line.next - 1 - window.base] === FORM_FEED;
    if (role !== null) {
      yield* article(line.from);
      from = role === 'parts' ? line.next : line.from;
    } else if (feed) {
      yield* article(line.to);
      from = line.next;
    }
    if (line.next >= window.end && window.complete) {
      yield* article(window.end);
      return;
    }
    at = line.next;
  }
}

/** Without blank lines around it; the spaces that indent its first line stay. */
function trimmed({ units, base }: FileWindow, from: number, to: number): { from: number; to: number } {
  let [start, end] = [from, to];
  for (let at = from; at < to && (units[at - base] ?? 0) <= 0x20; at += 1) {
    if ([0x0a, 0x0c, 0x0d].includes(units[at - base] ?? 0)) start = at + 1;
    if (at === to - 1) start = to;
  }
  while (end > start && (units[end - 1 - base] ?? 0) <= 0x20) end -= 1;
  return { from: start, to: end };
}
