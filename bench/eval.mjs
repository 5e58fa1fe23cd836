/**
 * `npm run eval`: how well pages and files are understood, measured on real material, and written to
 * docs/evaluation.md. It needs `../shared/corpus` (or --corpus FOLDER); what that lacks is left out and said.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { PROJECT } from '../scripts/project-paths.mjs';
import { core } from '../scripts/load-core.mjs';
import { ant } from './eval/measures/ant.mjs';
import { edtf } from './eval/measures/edtf.mjs';
import { encodings } from './eval/measures/encodings.mjs';
import { entities } from './eval/measures/entities.mjs';
import { learnedProfiles } from './eval/measures/learned-profiles.mjs';
import { likeNames } from './eval/measures/like-names.mjs';
import { nearDuplicates } from './eval/measures/near-duplicates.mjs';
import { pageDumps } from './eval/measures/page-dumps.mjs';
import { structured } from './eval/measures/structured.mjs';
import { wikinews } from './eval/measures/wikinews.mjs';

const MEASURES = [
  pageDumps,
  learnedProfiles,
  wikinews,
  ant,
  structured,
  encodings,
  edtf,
  entities,
  likeNames,
  nearDuplicates,
];

const HEAD = `# Evaluation

Written by \`npm run eval\`; do not edit. It reads real material that is not part of this repository and compares what
Backfile makes of it with the truth that came with it. Every figure is computed by the same rules for all; no case is
treated by name. How answers are compared is in [\`bench/eval/compare.mjs\`](../bench/eval/compare.mjs).
`;

const say = (text) => process.stderr.write(`${text}\n`);

async function sectionOf(measure, place) {
  const missing = measure.needs.filter((path) => !existsSync(join(place.corpus, path)));
  if (missing.length > 0) return [`Not measured: ${missing.join(', ')} is not there.`];
  const { lines } = await measure.measure(place);
  return lines;
}

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: resolve(PROJECT, '..', 'shared', 'corpus') },
    results: { type: 'string', default: join(PROJECT, 'docs', 'evaluation.md') },
    only: { type: 'string', default: '' },
  },
});
if (!existsSync(values.corpus)) {
  say(`There is no folder ${values.corpus}: nothing can be measured. Name one with --corpus.`);
  process.exit(2);
}
const readers = core('readers/index').READERS.map(({ name }) => name);
const sections = [];
for (const measure of MEASURES.filter(({ title }) =>
  title.toLowerCase().includes(values.only.toLowerCase()),
)) {
  say(measure.title);
  const lines = await sectionOf(measure, { corpus: values.corpus, readers });
  sections.push(`## ${measure.title}\n\n${lines.join('\n')}\n`);
  process.stdout.write(`${sections.at(-1)}\n`);
}
// A part alone is for looking at; only the whole may stand in the documentation.
if (values.only === '') writeFileSync(values.results, [HEAD, ...sections].join('\n'));
