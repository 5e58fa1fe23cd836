import type { EntityMention } from '../draft-article';
import { annotated } from '../entities/annotate-mentions';
import { mentionsIn } from '../entities/find-mentions';
import type { Gazetteer } from '../entities/gazetteer';
import { withKnownNames } from '../entities/with-known-names';
import type { Found } from '../evidence';
import type { Paragraph } from '../fields/body-text';
import type { Span } from '../span';

export interface EntityContext {
  readonly recordText: string;
  readonly title: Found | null;
  readonly paragraphs: readonly Paragraph[];
  readonly language: string | null;
  readonly dateline: string | null;
  /** The paper's own names. */
  readonly ignore: readonly string[];
  readonly most: number;
  /** The names of all authority records that people confirmed. */
  readonly gazetteer?: Gazetteer | undefined;
}

/** The names in headline and body, not in what stands between or around them, by position. */
export function articleEntities(context: EntityContext): EntityMention[] {
  const { recordText, title, paragraphs, language, dateline, ignore } = context;
  const options = { language, dateline, ignore };
  const [first, last] = [paragraphs[0], paragraphs.at(-1)];
  const inTitle =
    title === null
      ? []
      : mentionsIn(recordText, { ...options, from: title.evidence.start, to: title.evidence.end });
  const inBody =
    first === undefined || last === undefined
      ? []
      : within(mentionsIn(recordText, { ...options, from: first.start, to: last.end }), paragraphs);
  const again = title === null ? [] : namesAgain(recordText, title.evidence, inBody, inTitle);
  const found = surest([...inTitle, ...again, ...inBody], context.most);
  if (context.gazetteer === undefined) return annotated(recordText, found);
  const spans = title === null ? paragraphs : [title.evidence, ...paragraphs];
  return annotated(recordText, withKnownNames(recordText, found, spans, context.gazetteer, ignore));
}

/** What a headline repeats of the body may be trusted less than the body's own words, not much. */
const IN_TITLE = 0.9;
const LONGEST_HEADLINE = 500;

/**
 * Names of the body that the headline has too. A headline in title case tells no name by its capitals, so they are
 * looked for one by one.
 */
function namesAgain(
  text: string,
  title: Span,
  inBody: readonly EntityMention[],
  inTitle: readonly EntityMention[],
): EntityMention[] {
  const again: EntityMention[] = [];
  const headline = text.slice(title.start, title.end);
  if (headline.length > LONGEST_HEADLINE) return again;
  const names = new Map(inBody.map((mention) => [mention.text, mention]));
  const longestFirst = [...names.values()].sort((one, other) => other.text.length - one.text.length);
  for (const mention of longestFirst) {
    const at = headline.indexOf(mention.text);
    const [start, end] = [title.start + at, title.start + at + mention.text.length];
    if (at < 0 || !isWhole(text, start, end)) continue;
    if ([...inTitle, ...again].some((one) => one.start < end && start < one.end)) continue;
    again.push({ ...mention, start, end, confidence: Math.round(mention.confidence * IN_TITLE * 100) / 100 });
  }
  return again;
}

const LETTER = /[\p{L}\p{N}\p{M}]/u;

function isWhole(text: string, start: number, end: number): boolean {
  return !LETTER.test(text.charAt(start - 1)) && !LETTER.test(text.charAt(end));
}

/** Mentions and paragraphs are both in order, so one pass pairs them. */
function within(mentions: readonly EntityMention[], paragraphs: readonly Span[]): EntityMention[] {
  let at = 0;
  return mentions.filter(({ start, end }) => {
    while (at < paragraphs.length && (paragraphs[at]?.end ?? 0) < end) at += 1;
    return start >= (paragraphs[at]?.start ?? Infinity);
  });
}

function surest(mentions: readonly EntityMention[], most: number): EntityMention[] {
  const kept = [...mentions].sort((one, other) => other.confidence - one.confidence).slice(0, most);
  return kept.sort((one, other) => one.start - other.start);
}
