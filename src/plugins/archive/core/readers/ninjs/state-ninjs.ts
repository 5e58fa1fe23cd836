import type { DateCandidate } from '../../dates/choose-date';
import { authorIn } from '../../fields/byline';
import type { Marked } from '../../fields/markers';
import { mediaOf } from '../../fields/media';
import { issue, type Issue } from '../../issue';
import type { MarkerField } from '../../profiles/profile';
import type { SourceRecord } from '../../source-record';
import { NOTHING_STATED } from '../../stated-article';
import { dateOfValue } from '../columns/date-of-value';
import { languageOfValue } from '../columns/language-of-value';
import { bodyOfValue, plainOfValue } from '../columns/text-of-value';
import type { JsonNode } from '../json/json-tree';
import type { JsonRecord } from '../json/record-of-json';
import { ninjsFaults } from './check-ninjs';
import { foundText, namesOf, property, scalar, textOf, textsOf, type ItemText } from './item-properties';

/** What a ninjs item of any version states. */
export function stateNinjs({ record, parsed }: JsonRecord): SourceRecord {
  if (parsed.root === null) return record;
  const { text } = record;
  const item = parsed.root;
  const headlines = textsOf(text, item, 'headlines', 'headline');
  const title =
    headlines.find(({ role }) => /^(?:main|)$/i.test(role)) ?? headlines[0] ?? textOf(text, item, 'title');
  const body = bestBody(textsOf(text, item, 'bodies', 'body'));
  const rich = body === null ? null : bodyOfValue(body.placed);
  const others = headlines.filter((one) => one !== title);
  const dates = datesOf(text, item);
  const state = textOf(text, item, 'pubstatus');
  const unpublished = state !== null && /^(?:cancel+ed|withheld)$/i.test(state.placed.text);
  const byline = textOf(text, item, 'byline', 'by');
  const language = textOf(text, item, 'language');
  const code = language === null ? null : languageOfValue(language.placed.text);
  const [standfirst] = [
    ...others.filter(({ role }) => /sub|deck/i.test(role)),
    ...textsOf(text, item, 'descriptions', 'description'),
  ];
  const kicker = others.find(({ role }) => /kicker|over/i.test(role));
  return {
    ...record,
    stated: {
      ...NOTHING_STATED,
      title: title === null ? null : { placed: plainOfValue(title.placed), evidence: title.evidence },
      body: body === null || rich === null ? null : { placed: rich.placed, evidence: body.evidence },
      bodyMarkdown: rich?.markdown ?? null,
      kicker: kicker === undefined ? null : foundText(kicker),
      standfirst: standfirst === undefined ? null : foundText(standfirst),
      byline: byline === null ? null : withoutBy(byline),
      dateline: orNull(textOf(text, item, 'located')),
      tags: [...namesOf(text, item, 'subject', 'subjects'), ...namesOf(text, item, 'keywords')],
      dates: dates.candidates,
      language: language === null || code === null ? null : { value: code, evidence: language.evidence },
      legacyId: orNull(textOf(text, item, 'uri')),
      source:
        namesOf(text, item, 'infosource', 'infosources')[0] ?? orNull(textOf(text, item, 'copyrightholder')),
      media: [...mediaOf(associatedMedia(text, item)), ...(rich?.media ?? [])],
      unpublished,
    },
    issues: [
      ...record.issues,
      ...ninjsFaults(text, item),
      ...dates.issues,
      ...(unpublished ? [issue('not-published', state.evidence, state.placed.text)] : []),
    ],
  };
}

const orNull = (value: ItemText | null) => (value === null ? null : foundText(value));

function withoutBy(byline: ItemText) {
  const found = foundText(byline);
  return { ...found, value: authorIn(found.value, null) ?? found.value };
}

/** HTML before plain text before formats inside the format (NITF), which are read as if they were HTML. */
function bestBody(bodies: readonly ItemText[]): ItemText | null {
  return [...bodies].sort((one, other) => rankOf(one) - rankOf(other))[0] ?? null;
}

function rankOf({ role, contentType }: ItemText): number {
  const kind = `${role} ${contentType}`.toLowerCase();
  if (/nitf|application\/xml|text\/xml|json/.test(kind)) return 2;
  return kind.includes('html') ? 0 : 1;
}

/** First created, else this version; a version's date is the article's where nothing else is told. */
function datesOf(text: string, item: JsonNode): { candidates: DateCandidate[]; issues: Issue[] } {
  const candidates: DateCandidate[] = [];
  const issues: Issue[] = [];
  const first = textOf(text, item, 'firstcreated');
  for (const [date, kind] of [
    [first, 'published'],
    [textOf(text, item, 'versioncreated'), first === null ? 'published' : 'modified'],
    [textOf(text, item, 'contentcreated'), 'modified'],
  ] as const) {
    if (date === null) continue;
    const read = dateOfValue(date.placed, {
      kind,
      rule: date.evidence.rule,
      confidence: 0.95,
      order: undefined,
    });
    candidates.push(...read.dates);
    issues.push(...read.issues);
  }
  return { candidates, issues };
}

/** Pictures, sounds and films that go with the item: the largest rendition, the caption, who made it. */
function associatedMedia(text: string, item: JsonNode): Marked[] {
  const list = property(item, 'associations');
  const items =
    list?.kind === 'array'
      ? list.items
      : list?.kind === 'object'
        ? list.members.map(({ value }) => value)
        : [];
  return items
    .filter(
      (one) =>
        property(one, 'renditions') !== null ||
        /picture|graphic|video|audio/.test(scalar(text, property(one, 'type'))),
    )
    .flatMap((one) => {
      const caption =
        textsOf(text, one, 'descriptions', 'description')[0] ??
        textsOf(text, one, 'headlines', 'headline')[0];
      return [
        marked('media.legacyId', textOf(text, one, 'uri')),
        marked('media.url', largestRendition(text, one)),
        marked('media.caption', caption ?? null),
        marked('media.credit', textOf(text, one, 'byline', 'by', 'copyrightholder')),
      ].filter((value) => value !== null);
    });
}

function marked(field: MarkerField, value: ItemText | null): Marked | null {
  return value === null ? null : { field, value: foundText(value), taken: 0, issues: [] };
}

function largestRendition(text: string, item: JsonNode): ItemText | null {
  const list = property(item, 'renditions');
  const all =
    list?.kind === 'array'
      ? list.items
      : list?.kind === 'object'
        ? list.members.map(({ value }) => value)
        : [];
  let best: { width: number; href: ItemText } | null = null;
  for (const rendition of all) {
    const href = textOf(text, rendition, 'href');
    const width = Number(scalar(text, property(rendition, 'width'))) || 0;
    if (href !== null && (best === null || width > best.width)) best = { width, href };
  }
  return best?.href ?? null;
}
