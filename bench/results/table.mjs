/** A Markdown table as Prettier would lay it out: columns padded, numbers to the right. */
export function table(header, rows, { right = [] } = {}) {
  const cells = [header, ...rows].map((row) => row.map(String));
  const widths = header.map((_, column) => Math.max(3, ...cells.map((row) => row[column].length)));
  const line = (row) =>
    `| ${row.map((cell, n) => (right.includes(n) ? cell.padStart(widths[n]) : cell.padEnd(widths[n]))).join(' | ')} |`;
  const rule = widths.map((width, n) =>
    right.includes(n) ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width),
  );
  const [first, ...rest] = cells;
  return [line(first), `| ${rule.join(' | ')} |`, ...rest.map(line)];
}

/** Null where there was nothing to judge by. */
export function yesOrNo(met) {
  if (met === null) return 'not measured';
  return met ? 'yes' : '**no**';
}

/** `12,345`: the same in every locale. */
export const grouped = (number) =>
  Math.round(number)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ',');
