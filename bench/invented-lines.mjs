/** The same invented articles as an export of a newspaper's old system: JSON Lines, 1,000 articles to a file. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { INVENTED_PROFILE, inventedPage, inventedWorld } from './invented-dump.mjs';

const ARTICLES_A_FILE = 1000;

/** The fields of a page that `inventedPage` made, which sets them in the same places always. */
function articleOf(page) {
  const [, , titleLine, , id, media, caption, byline, date, , ...rest] = page.split('\n');
  const after = (line, label) => line.slice(label.length);
  return {
    id: after(id, 'Article ID: '),
    title: titleLine.slice(0, titleLine.lastIndexOf(' | ')),
    byline: after(byline, 'By '),
    date: isoDate(date),
    image: { id: after(media, 'Media ID: '), caption: after(caption, 'Caption: ') },
    body: rest.slice(0, rest.indexOf('Copyright The Belmarra Ledger')).join('\n').trim(),
  };
}

function isoDate(printed) {
  const day = new Date(`${printed} UTC`);
  return day.toISOString().slice(0, 10);
}

export const LINES_PROFILE = {
  ...INVENTED_PROFILE,
  name: 'belmarra-export',
  title: 'The Belmarra Ledger, export of its old system',
  columns: {
    id: 'legacyId',
    title: 'title',
    byline: 'byline',
    date: 'date',
    body: 'body',
    'image.id': 'media.legacyId',
    'image.caption': 'media.caption',
  },
};

/**
 * Writes `count` articles into `folder` and the profile beside it.
 * @returns {Promise<{ folder: string, profile: string }>} the paths to import
 */
export async function writeInventedLines(folder, count, from = 0) {
  const world = inventedWorld();
  await mkdir(folder, { recursive: true });
  for (let start = from; start < from + count; start += ARTICLES_A_FILE) {
    const indexes = Array.from(
      { length: Math.min(ARTICLES_A_FILE, from + count - start) },
      (_, n) => start + n,
    );
    const lines = indexes.map((index) => `${JSON.stringify(articleOf(inventedPage(index, world)))}\n`);
    await writeFile(
      join(folder, `${String(start / ARTICLES_A_FILE).padStart(6, '0')}.jsonl`),
      lines.join(''),
    );
  }
  const profile = `${folder}.profile.json`;
  await writeFile(profile, JSON.stringify(LINES_PROFILE, null, 2));
  return { folder, profile };
}
