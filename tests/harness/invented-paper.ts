import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** A paper that never was. No page of it is recognised by the profiles of the project, so each import names one. */
export const SOURCE = 'The Quarrow Lantern';
export const ERA = 'QUARROW LANTERN Archive';

const MARKERS = {
  section: 'Section:',
  legacyId: 'Article ID:',
  legacyUrl: 'Permalink:',
  kicker: 'Kicker:',
  standfirst: 'Summary:',
  byline: 'By',
  date: 'Published:',
  'media.legacyId': 'Media ID:',
  'media.caption': 'Caption:',
  'media.credit': 'Photo:',
} as const;

/** The paper's profile, to be written as JSON and named with `--profile`. */
export const PROFILE = {
  name: 'quarrow-lantern',
  version: 1,
  title: 'The Quarrow Lantern, archive',
  recognise: { any: [{ includes: ERA }] },
  source: { name: SOURCE, kind: 'newspaper', spellings: ['Quarrow Lantern'] },
  era: { name: ERA, edition: 'Town', coverage: '1990/2010', spellings: [`${ERA} 1990 - 2010`, ERA] },
  dateOrder: 'day-month-year',
  headline: { separators: [' | '], siteNames: [`${ERA} 1990 - 2010`, ERA] },
  markers: Object.entries(MARKERS).map(([field, label]) => ({ label, field })),
  dateline: { separators: [' - '] },
};

/** What a page of the paper says; the site's chrome is added. */
export interface Page {
  readonly title: string;
  readonly body: string;
  readonly section?: string;
  readonly legacyId?: string;
  readonly legacyUrl?: string;
  readonly kicker?: string;
  readonly standfirst?: string;
  readonly byline?: string;
  readonly date?: string;
  readonly media?: readonly { legacyId: string; caption: string; credit: string }[];
}

export function pageText({ title, body, media = [], ...marked }: Page): string {
  const fields = Object.entries(marked).map(
    ([name, value]) => `${MARKERS[name as keyof typeof marked]} ${value}`,
  );
  const pictures = media.flatMap((one) => [
    `${MARKERS['media.legacyId']} ${one.legacyId}`,
    `${MARKERS['media.caption']} ${one.caption}`,
    `${MARKERS['media.credit']} ${one.credit}`,
  ]);
  return [`${title} | ${ERA} 1990 - 2010`, ...fields, ...pictures, '', body, ''].join('\n');
}

/** Writes pages by their path below `folder`; a string is written as it is. */
export async function writeDump(
  folder: string,
  pages: Readonly<Record<string, Page | string>>,
): Promise<string> {
  for (const [name, page] of Object.entries(pages)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, typeof page === 'string' ? page : pageText(page));
  }
  return folder;
}

/** Writes the profile, which says that all pages are in one language, into `folder`; returns the file to name. */
export async function writeProfile(folder: string, language: 'en' | 'ar' = 'en'): Promise<string> {
  const file = path.join(folder, `quarrow-lantern-${language}.json`);
  await writeFile(file, JSON.stringify({ ...PROFILE, name: `quarrow-lantern-${language}`, language }));
  return file;
}
