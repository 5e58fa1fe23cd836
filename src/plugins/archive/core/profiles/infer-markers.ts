import { MODIFIED_WORDS } from '../dates/date-line-words';
import { datesIn } from '../dates/read-dates';
import { fold } from '../text/fold';
import { fewestPages, finding, type Finding } from './infer-finding';
import { FIELD_OF_LABEL } from './infer-labels';
import type { SampledPage } from './infer-page';
import type { MarkerField, Profile } from './profile';

type Marker = Profile['markers'][number];

export interface LearnedMarkers {
  readonly markers: readonly Marker[];
  readonly findings: readonly Finding[];
}

/** `Media ID: 55353624`, `Caption:`: one to four words and a colon at the start of a line. */
const LABELLED = /^(\p{L}[\p{L}\p{M}\p{N} .'’/-]{0,38}?)\s*:(?=\s|$)\s*(.*)$/su;
const MOST_WORDS = 4;
const LONGEST_VALUE = 300;
const MOST_VALUES = 50;
const LEAST_SHARE = 0.1;
/** What says the same on so many pages is the site's. */
const SAME_ON = 5;
const MOST_LABELS = 60;

interface Seen {
  readonly label: string;
  pages: number;
  /** How often it stood above the first paragraph. */
  aboveBody: number;
  lastPage: number;
  times: number;
  empty: number;
  readonly values: Set<string>;
}

/**
 * Labels that come on page after page, each before another value, and those above the first paragraph whose words are
 * known. What one means its words tell, else its values.
 */
export function learnMarkers(pages: readonly SampledPage[]): LearnedMarkers {
  const fewest = fewestPages(pages.length, LEAST_SHARE);
  const judged = [...labelsOf(pages).values()]
    .filter((seen) => seen.pages >= fewest || (seen.aboveBody > 0 && FIELD_OF_LABEL.has(fold(seen.label))))
    .filter((seen) => seen.values.size !== 1 || seen.pages < SAME_ON)
    .sort((one, other) => other.pages - one.pages)
    .slice(0, MOST_LABELS)
    .map((seen) => ({ seen, field: fieldOf(seen) }));
  return {
    markers: judged.flatMap(({ seen, field }) => (field === null ? [] : [markerOf(seen, field)])),
    findings: judged.map(({ seen, field }) => {
      const what = field === null ? `${seen.label}:` : `${seen.label}: → ${field}`;
      const examples = [...seen.values].map((value) => `${seen.label}: ${value}`);
      return finding(field === null ? null : 'markers', what, seen.pages, pages.length, examples);
    }),
  };
}

function labelsOf(pages: readonly SampledPage[]): Map<string, Seen> {
  const labels = new Map<string, Seen>();
  pages.forEach(({ blocks, prose }, page) => {
    let inBody = false;
    blocks.forEach(({ text }, index) => {
      const labelled = labelledIn(text);
      if (labelled === null) inBody ||= prose[index] === true;
      else note(labels, labelled, page, !inBody);
    });
  });
  return labels;
}

function labelledIn(text: string): { label: string; value: string } | null {
  if (text.length > LONGEST_VALUE) return null;
  const [, label = '', value = ''] = LABELLED.exec(text) ?? [];
  return label === '' || label.split(' ').length > MOST_WORDS ? null : { label, value };
}

function note(
  labels: Map<string, Seen>,
  { label, value }: { label: string; value: string },
  page: number,
  isAbove: boolean,
): void {
  const key = fold(label);
  const seen = labels.get(key) ?? {
    label,
    pages: 0,
    aboveBody: 0,
    lastPage: -1,
    times: 0,
    empty: 0,
    values: new Set<string>(),
  };
  if (seen.lastPage !== page) seen.pages += 1;
  if (isAbove) seen.aboveBody += 1;
  seen.lastPage = page;
  seen.times += 1;
  if (value === '') seen.empty += 1;
  else if (seen.values.size < MOST_VALUES) seen.values.add(value);
  if (labels.size < MOST_KINDS || labels.has(key)) labels.set(key, seen);
}

/** Labels beyond so many different ones are not taken up. */
const MOST_KINDS = 20_000;

function markerOf({ label, times, empty }: Seen, field: MarkerField): Marker {
  return { label: `${label}:`, field, valueOnNextLine: empty * 10 >= times };
}

/** By the label's words where they are known, else by its values: days are dates, distinct long numbers are IDs. */
function fieldOf({ label, values, pages }: Seen): MarkerField | null {
  const known = FIELD_OF_LABEL.get(fold(label));
  if (known !== undefined) return known;
  const list = [...values];
  if (
    list.length < 3 ||
    fold(label)
      .split(' ')
      .some((word) => MODIFIED_WORDS.has(word))
  )
    return null;
  const dated = list.filter((value) => value.length <= 60 && datesIn(value).readings.length > 0).length;
  if (dated >= list.length * 0.9) return 'date';
  const numbers = list.filter((value) => /^[\p{L}-]{0,4}\p{N}{3,12}$/u.test(value)).length;
  const isDistinct = list.length >= Math.min(pages, MOST_VALUES) * 0.95;
  return numbers >= list.length * 0.95 && isDistinct ? 'legacyId' : null;
}
