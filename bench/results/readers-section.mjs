/** What `bench:readers` says in the results. */
import { machine } from './machine.mjs';
import { grouped, table, yesOrNo } from './table.mjs';

export function readersSection(results, now) {
  return [
    `Measured on ${now.toISOString().slice(0, 10)}: ${machine()}.`,
    '',
    'Invented articles of about 2.6 KB, from memory, on one core: from bytes to records with all that they state, each with',
    'its place. The best of some runs, after one that warms up.',
    '',
    ...table(
      ['reader', 'files', 'MB', 'records', 'MB/s', 'records/s', 'target', 'met'],
      results.map(({ reader, files, bytes, records, rate, pages, target, met }) => [
        `\`${reader}\``,
        grouped(files),
        (bytes / 1e6).toFixed(0),
        grouped(records),
        rate.toFixed(0),
        grouped(pages),
        `at least ${target}`,
        yesOrNo(met),
      ]),
      { right: [1, 2, 3, 4, 5] },
    ),
  ];
}
