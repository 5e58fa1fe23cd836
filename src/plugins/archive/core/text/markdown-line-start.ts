/** `# `, `## ` and so on: a heading. */
const HEADING = /^#{1,6}(?=[ \t]|$)/;
/** `- `, `+ `, `* `: a list item; `>`: a quotation; `~~~`: a code fence. */
const BLOCK = /^(?:[-+*](?=[ \t]|$)|>|~~~)/;
/** `1. ` or `12) `: a numbered list item. */
const NUMBERED = /^(\d{1,9})(?=[.)](?:[ \t]|$))/;
/** `---`, `===`, `- - -`, `|---|:-:|`: an underline, a rule or a table's second row. */
const ONLY_RULING = /^[-=:|\t *_]+$/;

/** Escapes what would make a block of a line that has no white space before it and whose inline marks are escaped. */
export function escapeLineStart(line: string): string {
  if (HEADING.test(line) || BLOCK.test(line) || isRuling(line)) return `\\${line}`;
  return line.replace(NUMBERED, '$1\\');
}

function isRuling(line: string): boolean {
  if (!ONLY_RULING.test(line)) return false;
  return /[-=]/.test(line) || line.replace(/[ \t]/g, '').length > 2;
}
