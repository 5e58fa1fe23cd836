/** English news whose date is printed as a line below the headline, among many other dates. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { line, sameDay, sameTitle } from '../compare.mjs';
import { draftsOf } from '../read-records.mjs';
import { share, sum } from '../shares.mjs';
import { showsDay } from '../shown-dates.mjs';
import { table } from '../../results/table.mjs';

export const wikinews = {
  title: 'Wikinews',
  needs: ['gum-wikinews/truth.jsonl'],
  async measure({ corpus }) {
    const rows = readFileSync(join(corpus, 'gum-wikinews', 'truth.jsonl'), 'utf8')
      .split('\n')
      .filter(Boolean);
    const counts = [];
    for (const row of rows) {
      const truth = JSON.parse(row);
      const { drafts } = await draftsOf(join(corpus, 'gum-wikinews', basename(truth.file)));
      const [{ record, draft }] = drafts;
      const { title, dateEdtf } = draft.article;
      const shown = showsDay(record.text, truth.date);
      counts.push({
        articles: 1,
        title: Number(sameTitle(spaced(title), spaced(truth.title))),
        shown: Number(shown),
        date: Number(shown && sameDay(dateEdtf, truth.date)),
      });
    }
    const all = sum(counts);
    return {
      lines: [
        'The texts come tokenised (`all - girl`), so headlines are compared without the spaces around marks.',
        '',
        ...table(
          ['articles', 'headline', 'show their date', 'date'],
          [[all.articles, share(all.title, all.articles), all.shown, share(all.date, all.shown)]],
        ),
      ],
    };
  },
};

const spaced = (title) => (title === null ? null : line(title).replace(/\s*(['"()-])\s*/gu, '$1'));
