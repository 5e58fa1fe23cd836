/** What the reading benchmark says about itself in the results. */
import { machine } from '../results/machine.mjs';
import { grouped, table, yesOrNo } from '../results/table.mjs';

export function readSection({ version, articles, loadSeconds, indexSeconds, bytes, rows }, now) {
  return [
    `Measured on ${now.toISOString().slice(0, 10)}: ${machine()}, ${version}.`,
    '',
    `${grouped(articles)} published articles, each with its draft, one source, one era and eight entity links; ${grouped(bytes / 1e6)} MB`,
    `with the search index. Loading took ${grouped(loadSeconds)} s, indexing ${grouped(indexSeconds)} s. Requests over HTTP, one after another.`,
    '',
    ...table(
      ['milliseconds', 'median', '95th percentile', 'plain Strapi, 95th', 'times faster', 'target', 'met'],
      rows.map(({ what, target, times, ours, plain, ratio, met }) => [
        what,
        ours.median,
        ours.p95,
        plain.p95,
        ratio.toFixed(1),
        `at most ${target}${times === null ? '' : `, ${times} times`}`,
        yesOrNo(met),
      ]),
      { right: [1, 2, 3, 4] },
    ),
  ];
}
