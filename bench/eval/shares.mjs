/** `89% (107 of 120)`; a dash where there was nothing to count. */
export const share = (part, whole) =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)}% (${part} of ${whole})`;

/** Adds up rows of counts, key by key. */
export function sum(rows) {
  const total = {};
  for (const row of rows)
    for (const [key, count] of Object.entries(row)) total[key] = (total[key] ?? 0) + count;
  return total;
}

/** `96.4%`, of a number from 0 to 1. */
export const percent = (number) => `${(100 * number).toFixed(1)}%`;
