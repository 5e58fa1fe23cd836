import type { ArticleName } from './article-names';
import { foldName } from './fold-name';

/** What the archive knows of a name. */
export interface EarlierSightings {
  readonly articles: number;
  /** Sum of the confidence of each. */
  readonly certainty: number;
}

/** One sighting this sure is enough: a dateline, a country, a title before a full name, an acronym explained. */
const STRONG = 0.9;
const SEVERAL_ARTICLES = 3;
/** A person of one name is too often somebody's surname. */
const ARTICLES_FOR_ONE_NAME = 5;
const LEAST_MEAN = 0.55;

/** Whether a name may ever become a suggested record: its kind is known, and it is nobody's short form. */
export function mayBeSuggested({ kind, standsFor }: ArticleName): boolean {
  return kind !== null && standsFor === null;
}

/** Whether one sighting alone is enough for a suggested record. */
export function isStrong(name: ArticleName): boolean {
  return mayBeSuggested(name) && name.confidence >= STRONG && !isOneNamedPerson(name);
}

/** Whether the sightings of several articles, this one included, are enough. */
export function isSeenEnough(name: ArticleName, { articles, certainty }: EarlierSightings): boolean {
  if (!mayBeSuggested(name)) return false;
  const needed = isOneNamedPerson(name) ? ARTICLES_FOR_ONE_NAME : SEVERAL_ARTICLES;
  return articles >= needed && certainty >= articles * LEAST_MEAN;
}

function isOneNamedPerson({ kind, text }: ArticleName): boolean {
  return (
    kind === 'person' &&
    !foldName(text)
      .replace(/^(?:al|el) /, '')
      .includes(' ')
  );
}
