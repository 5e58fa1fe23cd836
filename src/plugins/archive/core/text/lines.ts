/** One line of a record with its place, so that everything found in it can be traced back. */
export interface Line {
  /** The line without its end and without white space around it. */
  readonly text: string;
  /** Where `text` starts and ends in the record, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** White space before `text` on the line, in characters. */
  readonly indent: number;
}

/** Splits a record at CR, LF, CRLF, NEL, LS, PS and form feeds. Blank lines are kept, as empty text. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  for (const end of text.matchAll(/\r\n|[\n\r\f\u0085\u2028\u2029]/g)) {
    lines.push(lineAt(text, from, end.index));
    from = end.index + end[0].length;
  }
  lines.push(lineAt(text, from, text.length));
  return lines;
}

function lineAt(text: string, from: number, to: number): Line {
  const raw = text.slice(from, to);
  const trimmedStart = raw.trimStart();
  const indent = raw.length - trimmedStart.length;
  const trimmed = trimmedStart.trimEnd();
  return { text: trimmed, start: from + indent, end: from + indent + trimmed.length, indent };
}
