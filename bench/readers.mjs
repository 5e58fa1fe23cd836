/**
 * `npm run bench:readers`: how fast each reader cuts a file into records and states what they hold, on one core, from
 * memory. Each result goes to stdout as a line of JSON, and all to bench/RESULTS.md.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { PROJECT } from '../scripts/project-paths.mjs';
import { FORMATS, inventedFiles } from './readers/invented-files.mjs';
import { loadCore } from './readers/load-core.mjs';
import { readersSection } from './results/readers-section.mjs';
import { writeSection } from './results/write-section.mjs';

const CHUNK = 1024 * 1024;
const TARGET_MEGABYTES = 20;
const TARGET_PAGES = 100;

const { values } = parseArgs({
  options: {
    megabytes: { type: 'string', default: '16' },
    runs: { type: 'string', default: '3' },
    readers: { type: 'string' },
    results: { type: 'string', default: join(PROJECT, 'bench', 'RESULTS.md') },
  },
});

async function* chunksOf(bytes) {
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
}

async function read(reader, files) {
  let [records, refused] = [0, 0];
  for (const file of files) {
    for await (const record of reader.records(chunksOf(file), { maxRecordBytes: 16 * CHUNK })) {
      records += 1;
      if (record.refused !== null) refused += 1;
    }
  }
  return { records, refused };
}

/** The best of some runs, after one that warms up. @throws {Error} where a record is refused: that is no benchmark. */
async function measure(reader, files, runs) {
  const bytes = files.reduce((sum, file) => sum + file.length, 0);
  let best = Infinity;
  let counts = await read(reader, files);
  for (let run = 0; run < runs; run += 1) {
    const started = performance.now();
    counts = await read(reader, files);
    best = Math.min(best, (performance.now() - started) / 1000);
  }
  if (counts.refused > 0)
    throw new Error(`${reader.name} refused ${counts.refused} of ${counts.records} records`);
  const byPages = reader.name === 'html';
  const [rate, pages] = [bytes / 1e6 / best, counts.records / best];
  const target = byPages ? `${TARGET_PAGES} pages/s` : `${TARGET_MEGABYTES} MB/s`;
  const met = byPages ? pages >= TARGET_PAGES : rate >= TARGET_MEGABYTES;
  return {
    reader: reader.name,
    files: files.length,
    bytes,
    records: counts.records,
    seconds: best,
    rate,
    pages,
    target,
    met,
  };
}

const { READERS, readerFor } = loadCore('readers/index.ts');
const wanted = values.readers?.split(',') ?? READERS.map(({ name }) => name);
const results = [];
for (const reader of READERS.filter(({ name }) => wanted.includes(name))) {
  if (FORMATS[reader.name] === undefined) {
    process.stderr.write(
      `${reader.name}: not measured, bench/readers/invented-files.mjs has no file for it\n`,
    );
    continue;
  }
  const files = inventedFiles(reader.name, Number(values.megabytes) * 1e6);
  const recognised = readerFor(files[0].subarray(0, CHUNK), 'dump')?.name;
  if (recognised !== reader.name) throw new Error(`the file for ${reader.name} is taken for ${recognised}`);
  const result = await measure(reader, files, Number(values.runs));
  process.stdout.write(`${JSON.stringify(result)}\n`);
  results.push(result);
}
writeSection(values.results, 'Readers', readersSection(results, new Date()));
