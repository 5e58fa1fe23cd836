/**
 * Whether a page shows a day at all, found without the importer's own date reader: the day is written out in many
 * ways by the platform's calendar (ICU) and looked for.
 */
import { passage } from './compare.mjs';

const LOCALES = [
  'en-US',
  'en-GB',
  'de',
  'de-AT',
  'fr',
  'es',
  'es-MX',
  'it',
  'pt',
  'pt-BR',
  'nl',
  'pl',
  'tr',
  'ru',
  'sv',
  'da',
  'ar',
  'ar-LB',
  'ca',
];
const STYLES = [
  { day: 'numeric', month: 'long', year: 'numeric' },
  { day: '2-digit', month: 'long', year: 'numeric' },
  { day: 'numeric', month: 'short', year: 'numeric' },
  { day: '2-digit', month: 'short', year: 'numeric' },
];
const WRITERS = LOCALES.flatMap((locale) =>
  STYLES.map((style) => new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC', calendar: 'gregory' })),
);
const MARKS = /[.,]|(?<=\d)(?:st|nd|rd|th|er)(?=[^a-z])/gu;

const bare = (text) => passage(text).toLowerCase().replace(MARKS, '');

function spellingsOf(day) {
  const [year, month, date] = day.split('-');
  const at = new Date(`${day}T00:00:00Z`);
  const [m, d] = [String(Number(month)), String(Number(date))];
  const written = WRITERS.map((writer) => writer.format(at));
  const english = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(at);
  const numeric = ['.', '/', '-'].flatMap((mark) => [
    ...[
      [date, month],
      [d, m],
      [month, date],
      [m, d],
      [date, m],
      [d, month],
    ].flatMap((pair) => [[...pair, year].join(mark), [...pair, year.slice(2)].join(mark)]),
    [year, month, date].join(mark),
    [year, m, d].join(mark),
  ]);
  return {
    written: [
      ...written,
      `${english} ${d} ${year}`,
      `${d} ${english} ${year}`,
      `${english.slice(0, 3)} ${d} ${year}`,
    ],
    numeric,
  };
}

/** True where the text holds the day in any of the usual spellings. */
export function showsDay(text, day) {
  if (Number.isNaN(Date.parse(day))) return false;
  const { written, numeric } = spellingsOf(day);
  const words = bare(text);
  if (written.some((spelling) => words.includes(bare(spelling)))) return true;
  const tight = passage(text);
  return numeric.some((spelling) => holdsNumber(tight, spelling));
}

function holdsNumber(text, spelling) {
  for (let at = text.indexOf(spelling); at >= 0; at = text.indexOf(spelling, at + 1)) {
    if (!/\d/.test(text[at - 1] ?? '') && !/\d/.test(text[at + spelling.length] ?? '')) return true;
  }
  return false;
}
