/** What was learned from the pages, for a person to judge it by. */
export interface Finding {
  /** The profile's key that it went into, such as `boilerplate` or `headline.siteNames`; null where it was not used. */
  readonly key: string | null;
  /** What it is: a line, a label, a language. */
  readonly value: string;
  /** How many of the sampled pages it holds on. */
  readonly pages: number;
  /** Those pages as a share of all sampled ones, 0 to 1. */
  readonly share: number;
  /** Up to three lines as they stand on the pages. */
  readonly examples: readonly string[];
}

const MOST_EXAMPLES = 3;
const LONGEST_EXAMPLE = 160;

export function finding(
  key: string | null,
  value: string,
  count: number,
  all: number,
  examples: Iterable<string> = [],
): Finding {
  const share = all === 0 ? 0 : Math.round((count / all) * 1000) / 1000;
  const shown = [...new Set(examples)].slice(0, MOST_EXAMPLES).map((text) => text.slice(0, LONGEST_EXAMPLE));
  return { key, value, pages: count, share, examples: shown };
}

/** Something seen on pages: on how many, and as what. */
export interface Sightings {
  pages: number;
  readonly examples: string[];
}

const MOST_KINDS = 100_000;

/** Counts things by page; the same thing twice on a page counts once. Beyond 100,000 things no new one is taken up. */
export class PageCounts {
  private readonly seen = new Map<string, Sightings & { last: number }>();

  add(thing: string, page: number, example: string): void {
    const known = this.seen.get(thing);
    if (known === undefined) {
      if (this.seen.size < MOST_KINDS) this.seen.set(thing, { pages: 1, examples: [example], last: page });
      return;
    }
    if (known.last === page) return;
    known.last = page;
    known.pages += 1;
    if (known.examples.length < MOST_EXAMPLES) known.examples.push(example);
  }

  /** Those on at least so many pages, the commonest first. */
  atLeast(pages: number): [string, Sightings][] {
    return [...this.seen]
      .filter(([, one]) => one.pages >= pages)
      .sort(([, one], [, other]) => other.pages - one.pages);
  }
}

/** So many pages must agree before anything is called a habit of the site; where there are fewer, all of them. */
export const FEW = 3;

export function fewestPages(all: number, share: number): number {
  return Math.max(Math.min(FEW, all), Math.ceil(all * share));
}
