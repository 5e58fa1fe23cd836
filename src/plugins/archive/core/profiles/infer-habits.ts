import type { DateOrder } from '../dates/date-reading';
import { datesIn } from '../dates/read-dates';
import { COMMON_DATELINE_SEPARATORS, datelineOf } from '../fields/dateline';
import { fold } from '../text/fold';
import { fewestPages, finding, PageCounts, type Finding } from './infer-finding';
import type { SampledPage } from './infer-page';

const LEAST_SHARE = 0.1;

/**
 * The texts that end the place at the start of the body: the first paragraph of each page tells. A rarer one counts
 * where the place before it is known from other pages.
 */
export function learnDatelines(pages: readonly SampledPage[]): { separators: string[]; findings: Finding[] } {
  const seen = new PageCounts();
  const places = new Map<string, Set<string>>();
  pages.forEach(({ blocks, prose }, page) => {
    const first = blocks.find((_, index) => prose[index]);
    const options = { separators: COMMON_DATELINE_SEPARATORS, isKnownPlace: () => true };
    const line = first === undefined ? null : datelineOf(first.text, options);
    if (line === null) return;
    seen.add(line.separator, page, first?.text ?? '');
    const before = places.get(line.separator) ?? new Set<string>();
    places.set(line.separator, before.add(fold(line.place)));
  });
  const fewest = fewestPages(pages.length, LEAST_SHARE);
  const usual = seen.atLeast(fewest);
  const known = new Set(usual.flatMap(([separator]) => [...(places.get(separator) ?? [])]));
  const isBorneOut = (separator: string) =>
    [...(places.get(separator) ?? [])].some((place) => known.has(place));
  const habits = seen.atLeast(1).filter(([separator, one]) => one.pages >= fewest || isBorneOut(separator));
  return {
    separators: habits.map(([separator]) => separator),
    findings: habits.map(([separator, { pages: count, examples }]) =>
      finding('dateline.separators', `"${separator}"`, count, pages.length, examples),
    ),
  };
}

const LONGEST_DATED = 140;
/** So many dates must prove an order for each that proves another. */
const ODDS = 10;

/** How `03/04/2009` is meant, told by dates that can be read in one way only, such as `25/04/2009`. */
export function learnDateOrder(pages: readonly SampledPage[]): {
  order: DateOrder | undefined;
  findings: Finding[];
} {
  const seen = new PageCounts();
  pages.forEach(({ blocks }, page) => {
    for (const { text } of blocks) {
      if (text.length > LONGEST_DATED) continue;
      for (const { provesOrder, text: date } of datesIn(text).readings) {
        if (provesOrder !== null && provesOrder !== 'year-month-day') seen.add(provesOrder, page, date);
      }
    }
  });
  const [best, other] = seen.atLeast(1);
  if (best === undefined || best[1].pages < (other?.[1].pages ?? 0) * ODDS) {
    return {
      order: undefined,
      findings: seen
        .atLeast(1)
        .map(([order, one]) => finding(null, order, one.pages, pages.length, one.examples)),
    };
  }
  const order: DateOrder = best[0] === 'day-month-year' ? 'day-month-year' : 'month-day-year';
  return { order, findings: [finding('dateOrder', order, best[1].pages, pages.length, best[1].examples)] };
}

const MOST_SAY = 0.8;

/** The language that nearly all pages are written in. */
export function learnLanguage(pages: readonly SampledPage[]): {
  language: string | undefined;
  findings: Finding[];
} {
  const seen = new PageCounts();
  pages.forEach(({ language }, page) => {
    if (language !== null) seen.add(language, page, language);
  });
  const told = seen.atLeast(1);
  const all = told.reduce((sum, [, one]) => sum + one.pages, 0);
  const [best] = told;
  const language = best !== undefined && best[1].pages >= all * MOST_SAY ? best[0] : undefined;
  return {
    language,
    findings: told.map(([code, one]) =>
      finding(code === language ? 'language' : null, code, one.pages, pages.length),
    ),
  };
}

/**
 * The encoding that the pages were guessed to be in, where they agree. UTF-8 needs no telling, and one that marks
 * itself neither.
 */
export function learnEncoding(pages: readonly SampledPage[]): {
  encoding: string | undefined;
  findings: Finding[];
} {
  const seen = new PageCounts();
  pages.forEach(({ encoding }, page) => {
    seen.add(encoding.name, page, `${encoding.name} (${encoding.from})`);
  });
  const told = seen.atLeast(1);
  const guessed = pages
    .filter(({ encoding }) => encoding.from === 'guessed')
    .map(({ encoding }) => encoding.name);
  const [only] = guessed;
  const agree =
    only !== undefined && guessed.every((name) => name === only) && guessed.length >= pages.length * MOST_SAY;
  const encoding = agree ? only : undefined;
  return {
    encoding,
    findings: told.map(([name, one]) =>
      finding(name === encoding ? 'encoding' : null, name, one.pages, pages.length, one.examples),
    ),
  };
}
