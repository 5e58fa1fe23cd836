import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

import { PLACE_ATTRIBUTE, type PageScan } from './page-scan';

/** A page of more elements is a list of something; judging them would take seconds. */
const MOST_ELEMENTS = 30_000;

/** Of less text, a second and more lenient look is taken; in characters. */
const SHORTEST_ARTICLE = 250;

export interface ChosenElements {
  /** Where the tags stand in the page that belong to the article. */
  readonly places: ReadonlySet<number>;
  readonly byline: string | null;
}

/** Has Mozilla's Readability, the reader view of Firefox, choose the article's elements; null where it finds none. */
export function chooseElements({ marked, elements }: PageScan): ChosenElements | null {
  if (elements > MOST_ELEMENTS) return null;
  try {
    const { document } = parseHTML(`<!doctype html>${marked}`);
    const options = {
      disableJSONLD: true,
      charThreshold: SHORTEST_ARTICLE,
      serializer: (node: unknown) => node,
    };
    const article = new Readability<unknown>(document, options).parse();
    if (article === null || !isElement(article.content)) return null;
    const places = new Set<number>();
    for (const element of article.content.querySelectorAll(`[${PLACE_ATTRIBUTE}]`)) {
      places.add(Number(element.getAttribute(PLACE_ATTRIBUTE)));
    }
    return { places, byline: article.byline ?? null };
  } catch {
    // Both trip over some broken pages; the page's own sections must do then.
    return null;
  }
}

interface Element {
  querySelectorAll(selector: string): Iterable<{ getAttribute(name: string): string | null }>;
}

function isElement(value: unknown): value is Element {
  return typeof value === 'object' && value !== null && 'querySelectorAll' in value;
}
