/** The command line of `npm run bench:import`. */
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { parseArgs } from 'node:util';

import { PROJECT } from '../scripts/project-paths.mjs';

export const PARTS = ['compare', 'growth', 'editors'];
export const DATABASES = ['sqlite', 'postgres'];

export const USAGE = `node bench/import.mjs [options]
  --records N            articles to compare on (5000)
  --loop-records N       articles for the Document Service and strapi import (as --records)
  --growth-records N     records of the long import (1000000)
  --editor-saves N       saves that editors make beside an import (1000)
  --editor-records N     records of that import; it must outlast the saves (150000)
  --databases LIST       sqlite,postgres; editors runs on SQLite only
  --parts LIST           compare,growth,editors
  --folder PATH          where dumps and SQLite files go for a while (the system's temporary folder)
  --results FILE         the page to write (bench/RESULTS.md)`;

/** @throws {Error} with a text for a person where an option is unknown or wrong. */
export function readOptions(args) {
  const { values } = parseArgs({
    args,
    options: {
      records: { type: 'string', default: '5000' },
      'loop-records': { type: 'string' },
      'growth-records': { type: 'string', default: '1000000' },
      'editor-saves': { type: 'string', default: '1000' },
      'editor-records': { type: 'string', default: '150000' },
      databases: { type: 'string', default: DATABASES.join(',') },
      parts: { type: 'string', default: PARTS.join(',') },
      folder: { type: 'string', default: tmpdir() },
      results: { type: 'string', default: join(PROJECT, 'bench', 'RESULTS.md') },
      help: { type: 'boolean', default: false },
    },
  });
  const records = wholeNumber('records', values.records);
  return {
    help: values.help,
    records,
    loopRecords: Math.min(records, wholeNumber('loop-records', values['loop-records'] ?? values.records)),
    growthRecords: wholeNumber('growth-records', values['growth-records']),
    editorSaves: wholeNumber('editor-saves', values['editor-saves']),
    editorRecords: wholeNumber('editor-records', values['editor-records']),
    databases: listOf('databases', values.databases, DATABASES),
    parts: listOf('parts', values.parts, PARTS),
    folder: values.folder,
    results: values.results,
  };
}

function wholeNumber(name, text) {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new Error(`--${name} takes a whole number from 1, not "${text}".`);
}

function listOf(name, text, known) {
  const chosen = text.split(',');
  const wrong = chosen.find((entry) => !known.includes(entry));
  if (wrong !== undefined) throw new Error(`--${name} knows ${known.join(', ')}, not "${wrong}".`);
  return chosen;
}
