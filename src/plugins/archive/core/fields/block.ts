import type { Line } from '../text/lines';
import { fold } from '../text/fold';
import { PLACEHOLDER } from './link-numbers';
import { isFull, opensItem, wrapWidthOf } from './wrap-width';

/** A paragraph, heading or item of a page: one line, or the lines of one hard-wrapped paragraph. */
export interface Block {
  /** Lines joined by a space, runs of blanks single. */
  readonly text: string;
  /** `text` for comparison only. */
  readonly folded: string;
  readonly start: number;
  readonly end: number;
  /** White space before the first line, in characters. */
  readonly indent: number;
  /** Blank lines, or the start of the record, before the block. */
  readonly blankBefore: number;
  readonly lineCount: number;
}

/** The blocks of a record, blank lines left out. Lines are joined only where the record clearly is hard-wrapped. */
export function blocksOf(lines: readonly Line[]): Block[] {
  const width = wrapWidthOf(lines);
  const blocks: Block[] = [];
  let open: Line[] = [];
  let blanks = 1;
  for (const line of lines) {
    const last = open.at(-1);
    const goesOn =
      last !== undefined && width !== null && (continues(last, line, width) || isLinkHead(open, line));
    if (last !== undefined && !goesOn) {
      blocks.push(blockOf(open, blanks));
      [open, blanks] = [[], 0];
    }
    if (line.text === '') blanks += 1;
    else open.push(line);
  }
  if (open.length > 0) blocks.push(blockOf(open, blanks));
  return blocks;
}

function continues(last: Line, line: Line, width: number): boolean {
  if (line.text === '' || line.indent < last.indent || isRule(last)) return false;
  if (opensItem(line) && !goesOnWithNumber(last, line)) return false;
  return isFull(last, line, width) || isMidSentence(last, line, width);
}

/** `... the fleet of the` / `19. century`: a number begins an item only below an item, or a sentence that ended. */
function goesOnWithNumber(last: Line, line: Line): boolean {
  return (
    /^\d{1,3}\. /.test(line.text) &&
    line.indent === last.indent &&
    /\p{L}$/u.test(last.text) &&
    !opensItem(last)
  );
}

/** `... had the` / `boats of`: programs that count columns otherwise than we do break some lines early. */
function isMidSentence(last: Line, line: Line, width: number): boolean {
  const isLong = last.indent + last.text.length >= width * 0.75;
  return isLong && line.indent === last.indent && /[\p{Ll},]$/u.test(last.text) && /^\p{Ll}/u.test(line.text);
}

/** `━━━━━━━━━━`: what w3m and lynx print for a ruled line. */
function isRule({ text }: Line): boolean {
  return /^[_━─═=*-]{5}/.test(text) && !/[\p{L}\p{N}]/u.test(text);
}

/** `#The Daily Quay » Feed The Daily Quay` ...: lynx opens a page with the links of its head, over several lines. */
function isLinkHead(open: readonly Line[], line: Line): boolean {
  return open[0]?.text.startsWith('#') === true && open[0].start < 10 && line.text !== '';
}

function blockOf(lines: readonly Line[], blankBefore: number): Block {
  const text = lines
    .map((line) => line.text.replaceAll(PLACEHOLDER, '').replace(/[ \t]{2,}|\t/g, ' '))
    .join(' ');
  return {
    text,
    folded: fold(text),
    start: lines[0]?.start ?? 0,
    end: lines.at(-1)?.end ?? 0,
    indent: lines[0]?.indent ?? 0,
    blankBefore,
    lineCount: lines.length,
  };
}
