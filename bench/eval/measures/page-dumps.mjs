/** Pages saved as text by three programs, read by general rules alone. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { passage, sameAuthor, sameDay, sameTitle } from '../compare.mjs';
import { draftsOf } from '../read-records.mjs';
import { showsDay } from '../shown-dates.mjs';
import { share, sum } from '../shares.mjs';
import { table } from '../../results/table.mjs';

export const RENDERERS = ['chromium', 'lynx', 'w3m'];

/** Rules are developed on one half of the pages and must hold on the other: which half, the page's ID decides. */
const halfOf = (id) =>
  Number.parseInt(createHash('sha256').update(id).digest('hex').slice(0, 8), 16) % 2 === 0 ? 'a' : 'b';

export const truthOf = (corpus) =>
  readFileSync(join(corpus, 'page-dumps', 'truth.jsonl'), 'utf8')
    .split('\n')
    .filter((row) => row !== '')
    .map((row) => JSON.parse(row))
    // The truth has slips: `2022-01.26` is understood; `2022-29-11` is no day, and no page is judged by it.
    .map((truth) => ({ ...truth, date: truth.date.replace(/\D/g, '-') }));

/** What became of one page, as counts that can be added up. */
export function judge(truth, text, draft) {
  const { article } = draft;
  const dump = passage(text);
  const body = passage(article.body);
  const must = truth.mustContain.map(passage);
  const mustNot = truth.mustNotContain.map(passage);
  const date = draft.evidence.dateEdtf?.confidence ?? 0;
  const shown = showsDay(text, truth.date);
  const right = sameDay(article.dateEdtf, truth.date);
  const isDay = /^\d{4}-\d\d-\d\d$/.test(article.dateEdtf ?? '');
  return {
    pages: 1,
    title: Number(sameTitle(article.title, truth.title)),
    shown: Number(shown),
    date: Number(shown && right),
    days: Number(isDay),
    sureDays: Number(isDay && date > 0.8),
    sureWrong: Number(isDay && date > 0.8 && !right),
    authors: Number(truth.author.length > 0),
    author: Number(truth.author.length > 0 && sameAuthor(article.byline, truth.author)),
    invented: Number(truth.author.length === 0 && article.byline !== null),
    must: must.length,
    present: must.filter((one) => dump.includes(one)).length,
    kept: must.filter((one) => body.includes(one)).length,
    mustNot: mustNot.length,
    leaked: mustNot.filter((one) => body.includes(one)).length,
  };
}

async function judgeAll(corpus, renderer, truths) {
  const judged = [];
  for (const truth of truths) {
    const file = join(corpus, 'page-dumps', renderer, `${truth.id}.txt`);
    const { drafts } = await draftsOf(file, { path: `${truth.id}.txt` });
    const [{ record, draft }] = drafts;
    judged.push({ truth, half: halfOf(truth.id), draft, counts: judge(truth, record.text, draft) });
  }
  return judged;
}

export const HEADER = ['pages', 'headline', 'date', 'author', 'must kept', 'must-not leaked'];

export const rowOf = (name, counts) => [
  name,
  share(counts.title, counts.pages),
  share(counts.date, counts.shown),
  share(counts.author, counts.authors),
  share(counts.kept, counts.must),
  share(counts.leaked, counts.mustNot),
];

export const pageDumps = {
  title: 'Page dumps without a profile',
  needs: ['page-dumps/truth.jsonl'],
  async measure({ corpus }) {
    const truths = truthOf(corpus);
    const rows = [];
    const dates = [];
    const details = {};
    for (const renderer of RENDERERS) {
      const judged = await judgeAll(corpus, renderer, truths);
      const all = sum(judged.map(({ counts }) => counts));
      rows.push(rowOf(renderer, all));
      for (const half of ['a', 'b']) {
        rows.push(
          rowOf(
            `${renderer}, half ${half}`,
            sum(judged.filter((one) => one.half === half).map(({ counts }) => counts)),
          ),
        );
      }
      dates.push([
        renderer,
        all.shown,
        all.days,
        all.sureDays,
        share(all.sureWrong, all.sureDays),
        share(all.present, all.must),
        all.invented,
      ]);
      details[renderer] = judged;
    }
    return {
      details,
      lines: [
        'Real web pages, each saved as text by a browser, by `lynx -dump` and by `w3m -dump`, read without any profile.',
        'Targets: headline 85%, date 85%, author 65%, 92% kept, at most 8% leaked. Weights were fitted and most rules developed on',
        'half _a_; half _b_ shows whether they hold.',
        '',
        ...table(HEADER, rows),
        '',
        '_Headline_ and _author_ count where they equal the truth but for letter case, spaces and typographic variants;',
        'authors in any order, joined by anything. _Date_ counts the exact day, of pages whose text shows that day in any',
        'usual spelling. _Kept_ and _leaked_ count passages that the body must, or must not, hold, spaces left out.',
        '',
        ...table(
          [
            'pages',
            'show their date',
            'given a day',
            'surer than 0.8',
            'of these wrong',
            'passages that the dump holds',
            'bylines where the truth has none',
          ],
          dates,
        ),
      ],
    };
  },
};
