/** Arabic news in `<DOC>` markup: every field against the collection's own. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { overlap, sameTitle } from '../compare.mjs';
import { draftsOf } from '../read-records.mjs';
import { percent, share, sum } from '../shares.mjs';
import { table } from '../../results/table.mjs';

const ALIKE = 0.98;

export const ant = {
  title: 'ANT: Arabic news in `<DOC>` markup',
  needs: ['ant-arabic-news-300/truth.jsonl'],
  async measure({ corpus }) {
    const folder = join(corpus, 'ant-arabic-news-300');
    const rows = readFileSync(join(folder, 'truth.jsonl'), 'utf8').split('\n').filter(Boolean);
    const counts = [];
    const readers = new Set();
    for (const row of rows) {
      const truth = JSON.parse(row);
      const path = truth.file.replace(/^ar_ant\//, '');
      const { reader, drafts } = await draftsOf(join(folder, path), { path });
      readers.add(reader);
      counts.push(judge(truth, drafts));
    }
    const all = sum(counts);
    return {
      lines: [
        `Read by: ${[...readers].join(', ')}. A body is right where it shares ${percent(ALIKE)} of its words with the true one.`,
        '',
        ...table(
          ['files', 'records', 'headline', 'date', 'body', 'words shared'],
          [
            [
              all.files,
              all.records,
              share(all.title, all.files),
              share(all.date, all.dated),
              share(all.body, all.files),
              percent(all.shared / all.files),
            ],
          ],
        ),
      ],
    };
  },
};

function judge(truth, drafts) {
  const article = drafts[0]?.draft.article ?? { title: null, body: null, dateEdtf: null };
  const day = /^\d{4}-\d\d-\d\d/.exec(truth.time_raw ?? '')?.[0] ?? null;
  const shared = overlap(article.body, truth.body);
  return {
    files: 1,
    records: drafts.length,
    title: Number(sameTitle(article.title, truth.title)),
    dated: Number(day !== null),
    date: Number(day !== null && article.dateEdtf === day),
    body: Number(shared >= ALIKE),
    shared,
  };
}
