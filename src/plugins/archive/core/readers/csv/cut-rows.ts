import type { FileWindow } from '../slices/file-window';
import { lookAhead } from '../slices/look-ahead';
import type { Dialect } from './dialect';
import { rowScan } from './row-scan';

const LF = 0x0a;
const CR = 0x0d;

/** Where a row lies in the window. */
export interface CutRow {
  readonly from: number;
  /** Behind the row, its line end left out. */
  readonly to: number;
  /** It is larger than a record may be, and no longer in the window. */
  readonly tooLarge: boolean;
}

/**
 * Cuts the rows of a table; blank lines are left out. A row in which a quote stays open to the limit ends at its first
 * line end instead, and so cannot swallow the rows after it. A row beyond the limit is skipped to the next line end.
 */
export async function* cutRows(
  window: FileWindow,
  dialect: Dialect,
  maxRecordBytes: number,
): AsyncGenerator<CutRow> {
  const most = Math.ceil(maxRecordBytes / window.unitBytes);
  const ahead = lookAhead(most);
  const scan = rowScan(dialect);
  const lineEnd = (from: number) => lineEndAfter(window, from, dialect.loneReturn);
  let from = 0;
  for (;;) {
    scan.start(from);
    let to = scan.end(window, ahead.limit());
    while (to === null && !window.complete && !scan.gaveUp && scan.at - from <= most) {
      await window.more(from);
      to = scan.end(window, ahead.limit());
    }
    if (to === null && scan.insideQuotes) {
      ahead.lost(scan.at - from);
      to = lineEnd(from) ?? (window.complete ? window.end : null);
    }
    const tooLarge = to === null || to - from > most;
    for (let looked = from; to === null; ) {
      if (window.complete) to = window.end;
      else {
        looked = window.end;
        await window.more(looked);
        to = lineEnd(looked);
      }
    }
    if (to <= from) return;
    ahead.took(to - from);
    const end = withoutLineEnd(window, from, to);
    if (tooLarge || !isBlank(window, from, end)) yield { from, to: end, tooLarge };
    from = to;
  }
}

function lineEndAfter({ units, base, end }: FileWindow, from: number, loneReturn: boolean): number | null {
  const found = units.indexOf(loneReturn ? CR : LF, from - base);
  return found < 0 || found >= end - base ? null : base + found + 1;
}

function withoutLineEnd({ units, base }: FileWindow, from: number, to: number): number {
  let end = to;
  if (end > from && units[end - 1 - base] === LF) end -= 1;
  if (end > from && units[end - 1 - base] === CR) end -= 1;
  return end;
}

/** Spaces and tabs only, or (from spreadsheets) delimiters only. */
function isBlank({ units, base }: FileWindow, from: number, to: number): boolean {
  for (let at = from - base; at < to - base; at += 1) {
    const unit = units[at] ?? 0;
    if (unit !== 0x20 && unit !== 0x09 && unit !== 0x2c && unit !== 0x3b && unit !== 0x1a) return false;
  }
  return true;
}
