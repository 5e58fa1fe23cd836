import path from 'node:path';

import { writeDump, type Page } from '../harness/invented-paper';

/** A page with a text of its own. */
export function article(number: number, rest: Partial<Page> = {}): Page {
  const title = `Notice ${number} of the harbour office`;
  const body =
    `HOLLIN - The harbour office made its notice number ${number} known on Monday, to nobody's surprise.\n\n` +
    `The clerk Adan Berit read paragraph ${number * 7} aloud and the members went home before the ferry left.`;
  return { title, body, byline: 'Jane Roe', section: 'Town', legacyId: String(1000 + number), ...rest };
}

/** A title that no field can hold: it is quarantined. */
export const LONG_TITLE = `The mayor ${'and the clerk '.repeat(21)}agree`;

function media(number: number): NonNullable<Page['media']> {
  return [
    { legacyId: String(5000 + Math.floor(number / 2)), caption: `The quay ${number}`, credit: 'R. Roe' },
  ];
}

const fileOf = (number: number) => `box-${Math.floor(number / 100)}/${String(number).padStart(4, '0')}.txt`;

/** The dump as it first came: `count` articles. */
export async function writeFirst(folder: string, count: number): Promise<string> {
  const pages: Record<string, Page> = {};
  for (let n = 0; n < count; n += 1) {
    pages[fileOf(n)] = article(n, n % 4 === 0 ? { media: media(n) } : {});
  }
  return writeDump(path.join(folder, 'gazette'), pages);
}

/**
 * The same dump, longer and with every outcome: of the first 60 articles some changed; then new ones, among them
 * duplicates, later versions of earlier ones, pages that need a person and files that are no articles.
 */
export async function writeSecond(folder: string, count: number): Promise<string> {
  const pages: Record<string, Page | string> = {};
  for (let n = 0; n < count; n += 1) {
    pages[fileOf(n)] = pageOf(n);
  }
  return writeDump(path.join(folder, 'gazette'), pages);
}

function pageOf(n: number): Page | string {
  if (n < 60) return n % 3 === 0 ? article(n, { section: 'Country', byline: 'John Roe' }) : firstPage(n);
  switch (n % 20) {
    case 3:
      return '';
    case 7:
      return article(n, { title: LONG_TITLE });
    case 11:
      return article(n - 1, { legacyId: String(1000 + n) });
    case 13:
      return article(n, { legacyId: String(1000 + n - 5) });
    case 17:
      return article(n - 9, { legacyId: String(1000 + n - 9), section: 'Sport' });
    default:
      return firstPage(n);
  }
}

function firstPage(n: number): Page {
  return article(n, n % 4 === 0 ? { media: media(n) } : {});
}
