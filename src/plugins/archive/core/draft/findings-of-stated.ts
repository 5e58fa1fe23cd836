import type { EntityMention } from '../draft-article';
import { found, type Found } from '../evidence';
import { namesByProfile } from '../fields/profile-names';
import type { Profile } from '../profiles/profile';
import type { StatedArticle, StatedText } from '../stated-article';
import { placedAt, positionOf, spanOf } from '../text/placed-text';
import { articleEntities } from './article-entities';
import type { Findings, MentionContext } from './findings';
import { splitDateline } from './split-dateline';

/** What a structured format states, completed by what the profile knows of its site. */
export function findingsOfStated(
  recordText: string,
  stated: StatedArticle,
  profile: Profile | null,
): Findings {
  const names = profile === null ? null : namesByProfile(recordText, profile);
  const { dateline, body, bodyMarkdown } = withoutDateline(stated, profile);
  return {
    ...stated,
    title: stated.title === null ? null : foundIn(stated.title),
    body,
    bodyMarkdown,
    dateline,
    source: stated.source ?? names?.source ?? null,
    era: stated.era ?? names?.era ?? null,
    coverage: stated.coverage ?? names?.coverage ?? null,
    issues: [],
    mentions: (context) => statedMentions(stated, context),
  };
}

function foundIn({ placed, evidence }: StatedText): Found {
  return { value: placed.text, evidence };
}

/** The dateline of a body that opens with one, which formats without a field for it leave in the text. */
function withoutDateline(
  stated: StatedArticle,
  profile: Profile | null,
): Pick<Findings, 'dateline' | 'body' | 'bodyMarkdown'> {
  const { body, bodyMarkdown, dateline } = stated;
  if (body === null) return { dateline, body: null, bodyMarkdown };
  const whole = { dateline, body: foundIn(body), bodyMarkdown };
  if (dateline !== null) return whole;
  const { text } = body.placed;
  const end = text.indexOf('\n\n') < 0 ? text.length : text.indexOf('\n\n');
  const first = { text: text.slice(0, end), start: 0, end, blankBefore: 1 };
  const split = splitDateline(text, [first], profile?.dateline.separators ?? []);
  const [paragraph] = split.paragraphs;
  if (split.dateline === null || paragraph === undefined) return whole;
  const { value, evidence } = split.dateline;
  const at = spanOf(body.placed, evidence.start, evidence.end);
  const rest = paragraph.text + text.slice(end);
  const start = positionOf(body.placed, paragraph.start);
  const taken = text.slice(0, paragraph.start);
  return {
    dateline: found(value, at, evidence.rule, evidence.confidence),
    body: { value: rest, evidence: { ...body.evidence, start: Math.max(start, body.evidence.start) } },
    // Emphasis or a link in the dateline cannot be cut in two: then the marked-up body keeps it.
    bodyMarkdown:
      bodyMarkdown === null || !bodyMarkdown.startsWith(taken)
        ? bodyMarkdown
        : bodyMarkdown.slice(taken.length),
  };
}

/** Names are found in the plain text and told by where they stand in the record. */
function statedMentions({ title, body }: StatedArticle, context: MentionContext): EntityMention[] {
  const parts = [title, body].filter((part) => part !== null).map(({ placed }) => placed);
  const text = parts.map((part) => part.text).join(GAP);
  const bodyStart = title === null || body === null ? 0 : title.placed.text.length + GAP.length;
  const mentions = articleEntities({
    ...context,
    recordText: text,
    title:
      title === null ? null : found(title.placed.text, { start: 0, end: title.placed.text.length }, '', 1),
    paragraphs:
      body === null ? [] : [{ text: body.placed.text, start: bodyStart, end: text.length, blankBefore: 1 }],
  });
  return mentions.map((mention) => {
    const inBody = body !== null && mention.start >= bodyStart;
    const placed = (inBody ? body.placed : title?.placed) ?? placedAt('', 0);
    const offset = inBody ? bodyStart : 0;
    return { ...mention, ...spanOf(placed, mention.start - offset, mention.end - offset) };
  });
}

const GAP = '\n\n';
