/**
 * `npm run bench:import`: how fast the import is, whether it stays so, and whether people can work meanwhile.
 * Progress goes to stderr, each result to stdout as a line of JSON, and all to bench/RESULTS.md.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { compare } from './compare/compare.mjs';
import { editors } from './editors.mjs';
import { growth } from './growth.mjs';
import { cleanUpWhenStopped, leftovers } from './leftovers.mjs';
import { readOptions, USAGE } from './options.mjs';
import { compareSection, editorsSection, growthSection } from './results/sections.mjs';
import { writeSection } from './results/write-section.mjs';

const say = (text) => process.stderr.write(`${text}\n`);
const NAMES = { sqlite: 'SQLite', postgres: 'PostgreSQL' };

const BENCHMARKS = {
  compare: {
    title: (kind) => `Import against other ways: ${NAMES[kind]}`,
    run: compare,
    section: compareSection,
  },
  growth: {
    title: (kind) => `Import of a large archive: ${NAMES[kind]}`,
    run: growth,
    section: (kind, result, now) => growthSection(result, now),
  },
  editors: {
    title: () => 'Editors beside an import: SQLite',
    // Only SQLite makes writers wait for each other.
    only: 'sqlite',
    run: (kind, settings) => editors(settings),
    section: (kind, result, now) => editorsSection(result, now),
  },
};

/** Each benchmark has a folder and databases of its own, gone before the next one begins. */
async function runOne(part, kind, options, left) {
  const { title, run, section } = BENCHMARKS[part];
  mkdirSync(options.folder, { recursive: true });
  const folder = mkdtempSync(join(options.folder, 'backfile-bench-'));
  left.add(() => rmSync(folder, { recursive: true, force: true }));
  try {
    const result = await run(kind, { ...options, folder, left, say });
    process.stdout.write(`${JSON.stringify({ benchmark: part, database: kind, ...result })}\n`);
    writeSection(options.results, title(kind), section(kind, result, new Date()));
  } finally {
    await left.removeAll();
  }
}

async function runAll(options) {
  const left = leftovers();
  cleanUpWhenStopped(left);
  for (const part of options.parts) {
    for (const kind of options.databases) {
      const { only = kind } = BENCHMARKS[part];
      if (only === kind) await runOne(part, kind, options, left);
    }
  }
  say(`Results: ${options.results}`);
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options.help) say(USAGE);
  else await runAll(options);
} catch (error) {
  say(
    error.code?.startsWith('ERR_PARSE_ARGS') ? `${error.message}\n${USAGE}` : (error.stack ?? String(error)),
  );
  process.exitCode = 2;
}
