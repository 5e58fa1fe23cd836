import { found, type Found } from '../../evidence';
import { issue } from '../../issue';
import { NOTHING_STATED, type StatedArticle } from '../../stated-article';
import { foundAttribute, foundText, trimmedText } from '../../xml/xml-text';
import { at, child, childElements, descendants, type XmlElement } from '../../xml/xml-tree';
import { bylineValue } from '../byline-value';
import { placeOfDateline } from '../dateline-place';
import { foundHtml, statedLine } from '../html-values';
import { htmlOfElement } from '../html-of-element';
import type { MarkupRecord, Statement } from '../markup-records';
import { statedDate } from '../stated-dates';
import { contentOf } from './item-content';

/** Classes of items that are pictures and the like; `ninat:text` and `ninat:composite` are articles. */
const MEDIA_CLASS = /(?:^|:|\/)(?:picture|graphic|video|audio|animation)$/;

/** What an item of NewsML-G2 is: an article; a picture; or a package, concept or plan, which are no articles. */
export function stateNewsItem({ text, element }: MarkupRecord): Statement {
  const tag = { start: element.start, end: element.inner.start };
  if (element.local !== 'newsItem') {
    return { stated: null, issues: [issue('not-an-article', tag, element.local)], refused: 'rejected' };
  }
  const itemClass = at(element, 'itemMeta', 'itemClass');
  const kind =
    foundAttribute(itemClass, 'qcode', 'newsml:item-class') ??
    foundAttribute(itemClass, 'uri', 'newsml:item-class');
  if (kind !== null && MEDIA_CLASS.test(kind.value)) {
    return { stated: null, issues: [issue('media-record', kind.evidence, kind.value)], refused: 'rejected' };
  }
  const status = foundAttribute(at(element, 'itemMeta', 'pubStatus'), 'qcode', 'newsml:pub-status');
  const isHidden = status !== null && !/(?:^|:)usable$/.test(status.value);
  const stated = { ...articleOf(text, element), unpublished: isHidden };
  return {
    stated,
    issues: isHidden ? [issue('not-published', status.evidence, status.value)] : [],
    refused: null,
  };
}

function articleOf(text: string, item: XmlElement): StatedArticle {
  const meta = child(item, 'contentMeta');
  const value = (name: string) => foundText(text, child(meta, name), `newsml:${name}`);
  const { inner, body, bodyMarkdown, media } = contentOf(text, item);
  const headline = child(meta, 'headline');
  const dateline = value('dateline');
  return {
    ...NOTHING_STATED,
    title:
      (headline === null
        ? null
        : statedLine(htmlOfElement(text, headline), headline.inner, 'newsml:headline')) ??
      inner?.title ??
      null,
    body,
    bodyMarkdown,
    kicker: null,
    standfirst: summaryOf(text, meta) ?? inner?.standfirst ?? null,
    byline: bylineValue(value('by')) ?? inner?.byline ?? nameOf(text, child(meta, 'creator'), 'creator'),
    dateline:
      dateline === null ? (inner?.dateline ?? null) : { ...dateline, value: placeOfDateline(dateline.value) },
    section: inner?.section ?? null,
    tags: tagsOf(text, meta),
    dates: datesOf(text, item),
    language:
      foundAttribute(child(meta, 'language'), 'tag', 'newsml:language') ??
      foundAttribute(item, 'xml:lang', 'newsml:lang', 0.8),
    legacyId: foundAttribute(item, 'guid', 'newsml:guid'),
    source: sourceOf(text, item, meta),
    media,
  };
}

function summaryOf(text: string, meta: XmlElement | null): Found | null {
  const summary = childElements(meta, 'description').find(({ attributes }) =>
    /summary|^$/.test(attributes.get('role') ?? ''),
  );
  return summary === undefined
    ? null
    : foundHtml(htmlOfElement(text, summary), summary.inner, 'newsml:description');
}

/** When it was made before when this version was; neither says when it was printed. */
function datesOf(text: string, item: XmlElement) {
  const date = (rule: string, confidence: number, ...path: string[]) =>
    statedDate(foundText(text, at(item, ...path), 'newsml:date'), { rule: `newsml:${rule}`, confidence });
  return [
    ...date('firstCreated', 0.9, 'itemMeta', 'firstCreated'),
    ...date('contentCreated', 0.85, 'contentMeta', 'contentCreated'),
    ...statedDate(foundText(text, at(item, 'itemMeta', 'versionCreated'), 'newsml:date'), {
      rule: 'newsml:versionCreated',
      kind: 'modified',
      confidence: 0.7,
    }),
  ];
}

function tagsOf(text: string, meta: XmlElement | null): Found[] {
  const keywords = childElements(meta, 'keyword').flatMap(
    (one) => foundText(text, one, 'newsml:keyword') ?? [],
  );
  const subjects = childElements(meta, 'subject').flatMap((one) => nameOf(text, one, 'subject') ?? []);
  const tags = [...keywords, ...subjects];
  return tags.filter(({ value }, index) => tags.findIndex((other) => other.value === value) === index);
}

/** Who provides it, or else holds its rights. */
function sourceOf(text: string, item: XmlElement, meta: XmlElement | null): Found | null {
  return (
    nameOf(text, at(item, 'itemMeta', 'provider'), 'provider') ??
    nameOf(text, descendants(item, 'copyrightHolder')[0] ?? null, 'copyright-holder', 0.8) ??
    nameOf(text, child(meta, 'infoSource'), 'info-source', 0.7)
  );
}

function nameOf(text: string, of: XmlElement | null, what: string, confidence = 1): Found | null {
  const name = child(of, 'name');
  const { text: value } = trimmedText(text, name);
  return name === null || value === ''
    ? null
    : found(value.replace(/\s+/g, ' '), name.inner, `newsml:${what}`, confidence);
}
