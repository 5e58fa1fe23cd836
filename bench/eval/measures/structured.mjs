/**
 * Formats that state their records: how many there are, by the file itself, and how many were read. The file's truth is
 * counted with plain text searches that share no code with the readers.
 */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { constants, gunzipSync } from 'node:zlib';

import { filesUnder } from '../files-under.mjs';
import { draftsOf } from '../read-records.mjs';
import { share, sum } from '../shares.mjs';
import { table } from '../../results/table.mjs';

const count = (text, pattern) => [...text.matchAll(pattern)].length;

/** What can be unpacked of a file, damaged ones up to the damage. */
function unpacked(file) {
  const bytes = readFileSync(file);
  if (!/\.(?:gz|bad)$/.test(file)) return bytes;
  return gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH });
}

/** HTML pages answered with 200: `WARC-Type: response`, then `HTTP/1.1 200`, then `Content-Type: text/html`. */
function htmlResponses(bytes) {
  const text = bytes.toString('latin1');
  const records = text.split(/^(?=WARC\/[01]\.\d\r?\n)/m);
  return records.filter((record) => {
    const [head = '', http = ''] = record.split(/\r?\n\r?\n/, 2);
    if (!/^WARC-Type:\s*response/im.test(head)) return false;
    return (
      /^HTTP\/\d(?:\.\d)? 200/.test(http) && /^Content-Type:\s*(?:text\/html|application\/xhtml)/im.test(http)
    );
  }).length;
}

/** Posts and pages of a WordPress export. */
const wordPressItems = (bytes) =>
  bytes
    .toString('utf8')
    .split('<item>')
    .slice(1)
    .filter((item) =>
      /<wp:post_type>\s*(?:<!\[CDATA\[)?\s*(?:post|page)\s*(?:\]\]>)?\s*<\/wp:post_type>/.test(item),
    ).length;

const articlesOfIssue = (bytes) => count(bytes.toString('utf8'), /<mets:div [^>]*TYPE="ARTICLE"[^>]*DMDID/g);

const FORMATS = [
  {
    name: 'WARC: HTML answers',
    reader: 'warc',
    folders: ['warcio', 'warcio.js', 'jwarc', 'resiliparse', 'whirlwind'],
    files: /\.warc(?:\.gz)?(?:\.bad)?$/,
    truth: htmlResponses,
  },
  {
    name: 'WXR: posts and pages',
    reader: 'wxr',
    folders: ['wxr-ghost-migrate', 'wxr-wagtail'],
    files: /\.xml$/,
    truth: wordPressItems,
  },
  {
    name: 'METS/ALTO: articles of an issue',
    reader: 'mets-alto',
    folders: ['mets-alto-bl1824'],
    files: /mets\.xml$/,
    truth: articlesOfIssue,
  },
  {
    name: 'ninjs that should pass',
    reader: 'ninjs',
    folders: ['ninjs'],
    files: /should_pass\/.*\.json$/,
    truth: () => 1,
  },
];

async function judge(corpus, format) {
  const counts = [];
  for (const folder of format.folders) {
    for (const path of filesUnder(join(corpus, folder)).filter((one) => format.files.test(one))) {
      const file = join(corpus, folder, path);
      counts.push(await judgeFile(file, path, format));
    }
  }
  return sum(counts);
}

async function judgeFile(file, path, { reader, truth }) {
  let bytes;
  try {
    bytes = unpacked(file);
  } catch {
    return { files: 1, unreadable: 1, wanted: 0, found: 0, exact: 0, titled: 0, recognised: 0, issues: 0 };
  }
  const wanted = truth(bytes);
  const { reader: name, drafts } = await draftsOf(file, { path: basename(path).replace(/\.gz$/, ''), bytes });
  const articles = drafts.filter(({ draft }) => draft.outcome === 'article');
  return {
    files: 1,
    unreadable: 0,
    recognised: Number(name === reader),
    wanted,
    found: name === reader ? drafts.length : 0,
    exact: Number(name === reader && drafts.length === wanted),
    titled: name === reader ? articles.length : 0,
  };
}

export const structured = {
  title: 'Formats that state their records',
  needs: ['warcio', 'wxr-ghost-migrate', 'mets-alto-bl1824', 'ninjs'],
  async measure({ corpus, readers }) {
    const rows = [];
    for (const format of FORMATS) {
      if (!readers.includes(format.reader)) {
        rows.push([format.name, 'no reader', '', '', '', '']);
        continue;
      }
      const all = await judge(corpus, format);
      rows.push([
        format.name,
        all.files,
        share(all.recognised, all.files),
        all.wanted,
        all.found,
        all.titled,
      ]);
    }
    return {
      lines: [
        'Files damaged on purpose are among them, read up to the damage.',
        '',
        ...table(
          ['format', 'files', 'recognised by content', 'in the files', 'records read', 'complete articles'],
          rows,
        ),
      ],
    };
  },
};
