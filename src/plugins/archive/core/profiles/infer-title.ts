import { coverageIn } from '../dates/coverage';
import { COMMON_SEPARATORS } from '../fields/page-title';
import { isTitleLike } from '../fields/title-like';
import { fold } from '../text/fold';
import { FEW, fewestPages, finding, PageCounts, type Finding } from './infer-finding';
import type { SampledPage } from './infer-page';
import type { Profile } from './profile';

/** What page titles tell of the site: `HEADLINE | SITE` on page after page. */
export interface LearnedTitle {
  readonly separators: readonly string[];
  readonly siteNames: readonly string[];
  readonly source: Profile['source'];
  readonly era: Profile['era'];
  readonly findings: readonly Finding[];
}

const TOP_BLOCKS = 6;
const LEAST_SHARE = 0.1;
const LONGEST_NAME = 120;
const PARTED = '\u0000';
/** A site's name stands beside many headlines; a section's name beside few. */
const FEWEST_HEADLINES = 3;

/**
 * The texts that stand beside ever different headlines in the titles are the site's or its archive's; coverage years
 * in one make it an era. A line at the top that is the same on most pages, `News and Opinion | The Courier`, names
 * the paper.
 */
export function learnTitle(pages: readonly SampledPage[]): LearnedTitle {
  const beside = new PageCounts();
  const headlines = new Map<string, Set<string>>();
  pages.forEach(({ blocks }, page) => {
    for (const block of blocks.slice(0, TOP_BLOCKS)) {
      if (!isTitleLike(block)) continue;
      for (const { separator, site, headline } of cutsOf(block.text)) {
        const key = separator + PARTED + site;
        beside.add(key, page, block.text);
        const known = headlines.get(key) ?? new Set<string>();
        if (known.size < FEWEST_HEADLINES) headlines.set(key, known.add(fold(headline)));
      }
    }
  });
  const all = beside.atLeast(1).map(([key, { pages: count, examples }]): Habit => {
    const [separator = '', site = ''] = key.split(PARTED);
    return { separator, site, headlines: headlines.get(key) ?? new Set(), count, examples };
  });
  const fewest = fewestPages(pages.length, LEAST_SHARE);
  const habits = all.filter(({ site, count, headlines: own }) =>
    pages.length < FEW ? coverageIn(site).coverage !== null : count >= fewest && own.size >= FEWEST_HEADLINES,
  );
  const usual = withoutParts(habits);
  const { source, era } = namesOf(
    usual.map(({ site }) => site),
    pages,
  );
  const names = [...usual, ...namedLike(all, usual, source?.name)].slice(0, MOST_NAMES);
  const siteNames = [...new Set(names.map(({ site }) => site))];
  return {
    separators: [...new Set(names.map(({ separator }) => separator))],
    siteNames,
    source,
    era,
    findings: names.map(({ site, count, examples }) =>
      finding('headline.siteNames', site, count, pages.length, examples),
    ),
  };
}

const MOST_NAMES = 50;
const MOST_WORDS = 8;

/** `Sefina Courier Online Archive` beside a few headlines: a rarer name counts where it holds the paper's. */
function namedLike(all: readonly Habit[], usual: readonly Habit[], source: string | undefined): Habit[] {
  const core = fold(source ?? '').replace(/^(?:the|die|der|das|le|la|el|il) /, '');
  if (core.length < SHORTEST_CORE) return [];
  const known = usual.map(({ site }) => fold(site));
  const rarer = all.filter(({ site, headlines, count }) => {
    const folded = fold(site);
    return (
      folded.includes(core) &&
      site.split(' ').length <= MOST_WORDS &&
      headlines.size >= Math.min(count, FEWEST_HEADLINES) &&
      !COMMON_SEPARATORS.some((separator) => site.includes(separator)) &&
      !known.some((name) => name.includes(folded)) &&
      ![...headlines].some((headline) => headline.includes(core))
    );
  });
  return withoutParts(rarer);
}

const SHORTEST_CORE = 6;

interface Habit {
  readonly separator: string;
  readonly site: string;
  /** Up to three texts that it stood beside, folded. */
  readonly headlines: ReadonlySet<string>;
  readonly count: number;
  readonly examples: readonly string[];
}

/** Of `The Quay | Archive 1999 - 2011`, `Archive 1999 - 2011` and `2011` the longest that is as common. */
function withoutParts(habits: readonly Habit[]): Habit[] {
  const isPart = (one: Habit, other: Habit) =>
    one.site === other.site
      ? other.separator.length > one.separator.length && other.separator.includes(one.separator)
      : other.site.includes(one.site) && other.count * 1.2 >= one.count;
  return habits.filter((one) => !habits.some((other) => isPart(one, other)));
}

function* cutsOf(title: string) {
  for (const separator of COMMON_SEPARATORS) {
    const last = title.lastIndexOf(separator);
    if (last <= 0) continue;
    const after = title.slice(last + separator.length).trim();
    if (isName(after)) yield { separator, site: after, headline: title.slice(0, last) };
    const first = title.indexOf(separator);
    const before = title.slice(0, first).trim();
    if (isName(before)) yield { separator, site: before, headline: title.slice(first + separator.length) };
    if (first === last) continue;
    const long = title.slice(first + separator.length).trim();
    if (isName(long)) yield { separator, site: long, headline: before };
  }
}

function isName(text: string): boolean {
  return text.length >= 2 && text.length <= LONGEST_NAME && /\p{L}/u.test(text);
}

/** The first name with years is the era; the paper's name is found in a title line that never changes, or is the site's. */
function namesOf(
  siteNames: readonly string[],
  pages: readonly SampledPage[],
): Pick<LearnedTitle, 'source' | 'era'> {
  const dated = siteNames.map((name) => ({ name, coverage: coverageIn(name).coverage }));
  const archive = dated.find(({ coverage }) => coverage !== null);
  const plain = siteNames.find((name) => coverageIn(name).coverage === null);
  const paper = paperOf(pages) ?? plain;
  const source = paper === undefined ? undefined : { name: paper, kind: 'newspaper' as const, spellings: [] };
  if (archive?.coverage == null) return { source, era: undefined };
  const name = archive.name.slice(0, archive.coverage.evidence.start).replace(/[\s(,|:–-]+$/u, '');
  if (name === '') return { source, era: undefined };
  const spellings = [archive.name, name].filter((one, index, all) => all.indexOf(one) === index);
  return { source, era: { name, coverage: archive.coverage.value, spellings } };
}

/** `News and Opinion from the Coast | The Courier` on most pages: what stands last names the paper. */
function paperOf(pages: readonly SampledPage[]): string | undefined {
  const lines = new PageCounts();
  pages.forEach(({ blocks }, page) => {
    const first = blocks[0];
    if (first !== undefined && isTitleLike(first)) lines.add(first.folded, page, first.text);
  });
  const [line] = lines.atLeast(fewestPages(pages.length, 0.5));
  const text = line?.[1].examples[0];
  if (text === undefined) return undefined;
  const separator = COMMON_SEPARATORS.find((one) => text.includes(one));
  if (separator === undefined) return undefined;
  const parts = text.split(separator).map((part) => part.trim());
  const name = [parts.at(-1), parts[0]]
    .filter((part) => part !== undefined && part !== '')
    .sort((one, other) => (one?.length ?? 0) - (other?.length ?? 0))[0];
  return name !== undefined && name.length <= LONGEST_NAME ? name : undefined;
}
