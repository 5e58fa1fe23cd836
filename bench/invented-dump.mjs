/**
 * An invented newspaper of any size, the same for the same numbers: page dumps of about 3 KB with chrome, date,
 * byline, caption and eight or so names in every article. Words follow Zipf's law, as they do in real prose.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** mulberry32: small, fast and the same everywhere. */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const SYLLABLES =
  'ba be bo da de do fa fe ga go ha ka ke la le lo ma me mo na ne no pa pe ra re ro sa se so ta te to va vi za'.split(
    ' ',
  );
const FIRST_NAMES =
  'Adan Berit Calo Darin Edda Farah Goran Hala Ines Joram Kasia Lamia Marek Nadia Orla Pavel Rima Samir Tova Yara'.split(
    ' ',
  );
const TOWNS = 'Port Sefina,Belmarra,Casten,Doral,Eastry,Falmira,Garnet Bay,Hollin,Istrand,Jorvale'.split(',');
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

function wordList(random, count) {
  const words = new Set();
  while (words.size < count) {
    const length = 1 + Math.floor(random() * 4);
    words.add(Array.from({ length }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]).join(''));
  }
  return [...words];
}

const capital = (word) => word[0].toUpperCase() + word.slice(1);

/** Builds article number `index` as a page saved as text. */
export function inventedPage(index, { words, people, parties }) {
  const random = randomFrom(index + 1);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const zipf = () =>
    words[Math.min(words.length - 1, Math.floor(Math.exp(random() * Math.log(words.length))) - 1)];
  const sentence = (name) => {
    const plain = Array.from({ length: 9 + Math.floor(random() * 14) }, zipf);
    if (name) plain.splice(3, 0, name);
    return `${capital(plain.join(' '))}.`;
  };
  const names = [
    pick(people),
    pick(people),
    pick(people),
    pick(parties),
    pick(parties),
    `in ${pick(TOWNS)}`,
    `in ${pick(TOWNS)}`,
    pick(people),
  ];
  const title = capital(Array.from({ length: 5 + Math.floor(random() * 5) }, zipf).join(' '));
  const paragraphs = names.map((name) => [sentence(name), sentence(), sentence()].join(' '));
  const date = `${1 + Math.floor(random() * 28)} ${pick(MONTHS)} ${1999 + Math.floor(random() * 12)}`;
  return [
    'The Belmarra Ledger | News from the coast',
    '',
    `${title} ${index} | THE BELMARRA LEDGER Archive 1999 - 2010`,
    'Select Page',
    `Article ID: ${1_000_000 + index}`,
    `Media ID: ${5_000_000 + index}`,
    `Caption: ${sentence(pick(people))}`,
    `By ${pick(FIRST_NAMES)} ${capital(zipf())}`,
    date,
    '',
    `${pick(TOWNS)}- ${paragraphs.join('\n\n')}`,
    '',
    'Copyright The Belmarra Ledger',
    '',
  ].join('\n');
}

/** The vocabulary that all articles draw from. */
export function inventedWorld() {
  const random = randomFrom(7);
  const words = wordList(random, 20_000);
  const surnames = words.slice(300, 700).map(capital);
  const people = Array.from(
    { length: 2000 },
    (_, n) => `President ${FIRST_NAMES[n % FIRST_NAMES.length]} ${surnames[n % surnames.length]}`,
  );
  const parties = surnames.slice(0, 200).map((name) => `the ${name} Party`);
  return { words, people, parties };
}

export const INVENTED_PROFILE = {
  name: 'belmarra-ledger',
  version: 1,
  title: 'The Belmarra Ledger, 1999-2010',
  recognise: { all: [{ startsWith: 'The Belmarra Ledger |' }] },
  source: { name: 'The Belmarra Ledger', kind: 'newspaper' },
  era: { name: 'THE BELMARRA LEDGER Archive', coverage: '1999/2010' },
  language: 'en',
  dateOrder: 'day-month-year',
  headline: { separators: [' | '], siteNames: ['THE BELMARRA LEDGER Archive 1999 - 2010'] },
  boilerplate: [{ equals: 'Select Page' }, { startsWith: 'The Belmarra Ledger |' }],
  markers: [
    { label: 'Article ID:', field: 'legacyId' },
    { label: 'Media ID:', field: 'media.legacyId' },
    { label: 'Caption:', field: 'media.caption' },
    { label: 'By ', field: 'byline' },
  ],
  dateline: { separators: ['- '] },
  end: [{ startsWith: 'Copyright The Belmarra Ledger' }],
};

const PAGES_A_FOLDER = 1000;
const FILES_AT_ONCE = 50;

/**
 * Writes `count` pages into `folder`, 1,000 to a sub-folder, and the profile beside it.
 * @returns {Promise<{ folder: string, profile: string }>} the paths to import
 */
export async function writeInventedDump(folder, count, from = 0) {
  const world = inventedWorld();
  for (let start = from; start < from + count; start += PAGES_A_FOLDER) {
    const part = join(folder, String(Math.floor(start / PAGES_A_FOLDER)).padStart(5, '0'));
    await mkdir(part, { recursive: true });
    await writePages(part, start, Math.min(start + PAGES_A_FOLDER, from + count), world);
  }
  const profile = `${folder}.profile.json`;
  await writeFile(profile, JSON.stringify(INVENTED_PROFILE, null, 2));
  return { folder, profile };
}

async function writePages(folder, from, to, world) {
  for (let start = from; start < to; start += FILES_AT_ONCE) {
    const indexes = Array.from({ length: Math.min(FILES_AT_ONCE, to - start) }, (_, n) => start + n);
    await Promise.all(
      indexes.map((index) =>
        writeFile(join(folder, `${String(index).padStart(7, '0')}.txt`), inventedPage(index, world)),
      ),
    );
  }
}
