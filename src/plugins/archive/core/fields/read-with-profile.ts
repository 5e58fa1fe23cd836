import type { DateCandidate } from '../dates/choose-date';
import { found, type Found } from '../evidence';
import type { Issue } from '../issue';
import { anyLineMatcher } from '../profiles/match-line';
import type { Profile } from '../profiles/profile';
import { fold } from '../text/fold';
import type { Block } from './block';
import { authorIn } from './byline';
import { datelineOf } from './dateline';
import { locateInBlock } from './locate';
import { markerAt, type Marked } from './markers';
import type { PageReading } from './page-reading';
import { dateLineOf, dateOfMarker } from './printed-date';
import { headlineByProfile, type TitleAt } from './profile-headline';
import { namesByProfile } from './profile-names';

/** The lines of a page once the profile has sorted them. */
interface Sorted {
  readonly paragraphs: Block[];
  readonly marked: Marked[];
  readonly dates: DateCandidate[];
  readonly issues: Issue[];
  byline: Found | null;
  /** A paragraph was met: what comes now is no header any more. */
  inBody: boolean;
}

/**
 * Reads a page by its profile: title line, then marker, date and byline lines in any order, then the body up to the
 * first end line. Boilerplate is left out anywhere. Whatever else stands after the title is body: nothing is lost.
 */
export function readWithProfile(recordText: string, blocks: readonly Block[], profile: Profile): PageReading {
  const title = headlineByProfile(recordText, blocks, profile);
  const sorted = sortBlocks(recordText, blocks, profile, title);
  const byline = sorted.marked.find(({ field, value }) => field === 'byline' && value !== null)?.value;
  return {
    headline: title?.headline ?? null,
    byline: byline ?? sorted.byline,
    ...namesByProfile(recordText, profile),
    dates: sorted.dates,
    marked: sorted.marked,
    paragraphs: sorted.paragraphs,
    bodyRule: 'body:profile',
    bodyConfidence: 0.95,
    issues: sorted.issues,
  };
}

function sortBlocks(
  recordText: string,
  blocks: readonly Block[],
  profile: Profile,
  title: TitleAt | null,
): Sorted {
  const isBoilerplate = anyLineMatcher(profile.boilerplate);
  const isEnd = anyLineMatcher(profile.end);
  const headline = title === null ? null : fold(title.headline.value);
  const from = (title?.index ?? -1) + 1;
  const sorted: Sorted = { paragraphs: [], marked: [], dates: [], issues: [], byline: null, inBody: false };
  const { separators } = profile.dateline;
  const isOther = (block: Block) =>
    isBoilerplate(block.folded) ||
    isEnd(block.folded) ||
    isHeaderLine(recordText, block) ||
    opensBody(block, separators);
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (block === undefined || (index >= from && isEnd(block.folded))) break;
    if (isBoilerplate(block.folded) || index === title?.index) continue;
    const { inBody } = sorted;
    const marked = markerAt({ recordText, blocks, markers: profile.markers, inBody, isOther }, index);
    if (marked !== null) {
      index += marked.taken - 1;
      take(sorted, marked, profile);
    } else if (
      index >= from &&
      !isRepeatedHeadline(sorted, block, headline) &&
      (inBody || !takeHeaderLine(sorted, recordText, block, profile))
    ) {
      sorted.paragraphs.push(block);
      sorted.inBody ||= isParagraph(block);
    }
  }
  return sorted;
}

/** The headline above the body is no part of it; the same words further down may be. */
function isRepeatedHeadline({ paragraphs }: Sorted, { folded }: Block, headline: string | null): boolean {
  return paragraphs.length === 0 && folded === headline;
}

/** A short line above the first paragraph, such as a label that the profile does not know, does not end the header. */
function isParagraph({ text }: Block): boolean {
  return text.length >= SHORTEST_PARAGRAPH && /[.!?…。؟]["'”’»)]*$/u.test(text.slice(-8));
}

function take(sorted: Sorted, marked: Marked, profile: Profile): void {
  sorted.marked.push(marked);
  sorted.issues.push(...marked.issues);
  if (marked.field !== 'date' || marked.value === null || sorted.dates.length >= MOST_FACTS) return;
  const { dates, issues } = dateOfMarker(marked.value, profile.dateOrder);
  sorted.dates.push(...dates);
  sorted.issues.push(...issues);
}

/** A header has a date or two; a page of nothing but dates is a list of dates. */
const MOST_FACTS = 50;

/** A line between headline and body that is a date or a byline without a marker of the profile. */
function takeHeaderLine(sorted: Sorted, recordText: string, block: Block, profile: Profile): boolean {
  if (sorted.dates.length + sorted.issues.length >= MOST_FACTS) return false;
  const date = dateLineOf(recordText, block, profile.dateOrder);
  const author = sorted.byline === null ? authorIn(block.text, null) : null;
  if (author !== null) {
    const at = locateInBlock(recordText, block, author);
    sorted.byline = found(author, at, 'byline:pattern', 0.8);
  }
  if (date === null) return author !== null;
  sorted.dates.push(...date.dates);
  sorted.issues.push(...date.issues);
  return true;
}

function isHeaderLine(recordText: string, block: Block): boolean {
  return dateLineOf(recordText, block, undefined) !== null || authorIn(block.text, null) !== null;
}

/** A paragraph behind a dateline is the article's first, whatever label stands before it. */
const SHORTEST_PARAGRAPH = 60;

function opensBody({ text }: Block, separators: readonly string[]): boolean {
  if (separators.length === 0 || text.length < SHORTEST_PARAGRAPH) return false;
  return datelineOf(text, { separators, isKnownPlace: () => true }) !== null;
}
