import type { EntityMention } from '../draft-article';
import { mentionsIn } from '../entities/find-mentions';
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
  return surest([...inTitle, ...inBody], context.most);
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
