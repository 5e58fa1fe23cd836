import type { DateCandidate } from '../../dates/choose-date';
import { found, type Found } from '../../evidence';
import { safeLink } from '../../markup/safe-link';
import { NOTHING_STATED } from '../../stated-article';
import { foundAttribute, foundText, trimmedText } from '../../xml/xml-text';
import { child, childElements, type XmlElement } from '../../xml/xml-tree';
import { htmlOfElement } from '../html-of-element';
import { foundHtml, statedBody, statedLine, type StatedBody } from '../html-values';
import type { MarkupRecord, Statement } from '../markup-records';
import { statedDate } from '../stated-dates';
import { linkOf, type FeedHead } from './feed-head';
import { mediaOfFeed } from './feed-media';

const NO_BODY: StatedBody = { body: null, bodyMarkdown: null, media: [] };

/** What an item of RSS or an entry of Atom states. Where a feed has no whole texts, its summary is the body. */
export function stateFeedItem(record: MarkupRecord, head: FeedHead): Statement {
  const { text, element } = record;
  const whole = child(element, 'content:encoded', 'atom:content') ?? atomContent(element);
  const summary = child(element, 'description', 'summary');
  const title = child(element, 'title');
  const id = foundText(text, child(element, 'guid', 'id', 'dc:identifier'), 'feed:id');
  const link = linkFound(record, id, head.link);
  const base = link?.value ?? head.link;
  const { body, bodyMarkdown, media } = bodyOf(text, whole ?? summary, base);
  const stated = {
    ...NOTHING_STATED,
    title: title === null ? null : statedLine(trimmedText(text, title), title.inner, 'feed:title'),
    body,
    bodyMarkdown,
    standfirst:
      whole === null || summary === null
        ? null
        : foundHtml(htmlOfElement(text, summary), summary.inner, 'feed:summary'),
    byline: bylineOf(text, element),
    tags: tagsOf(text, element),
    dates: datesOf(text, element),
    language:
      foundText(text, child(element, 'dc:language'), 'feed:dc-language') ??
      foundAttribute(element, 'xml:lang', 'feed:xml-lang') ??
      head.language,
    legacyId: id,
    legacyUrl: link,
    source: sourceOf(text, element) ?? head.source,
    media: [...mediaOfFeed(record, base), ...media],
  };
  return { stated, issues: [], refused: null };
}

/** `<content>` of Atom; `media:content` is another. */
function atomContent(element: XmlElement): XmlElement | null {
  return childElements(element).find(({ name }) => name === 'content') ?? null;
}

function bodyOf(text: string, content: XmlElement | null, base: string | null): StatedBody {
  if (content === null) return NO_BODY;
  if (content.attributes.get('type') !== 'text') {
    return statedBody(htmlOfElement(text, content), content.inner, `feed:${content.local}`, { base });
  }
  const placed = trimmedText(text, content);
  if (placed.text === '') return NO_BODY;
  return {
    ...NO_BODY,
    body: { placed, evidence: { ...content.inner, rule: 'feed:content', confidence: 1 } },
  };
}

/** The item's address; a GUID is one where it is an address and does not say otherwise. */
function linkFound({ text, element }: MarkupRecord, id: Found | null, base: string | null): Found | null {
  const written = linkOf(text, element);
  const url = written === null ? null : safeLink(written, base);
  const [link = element] = childElements(element, 'link');
  if (url !== null && url.startsWith('http')) return found(url, link, 'feed:link', 1);
  const isLink = child(element, 'guid')?.attributes.get('isPermaLink') !== 'false';
  return id !== null && isLink && /^https?:\/\//i.test(id.value)
    ? { ...id, value: safeLink(id.value) ?? id.value }
    : null;
}

/** Names of the authors: `dc:creator`, Atom's `<author><name>`, RSS's `a@b.example (Name)`. */
function bylineOf(text: string, element: XmlElement): Found | null {
  const authors = childElements(element, 'dc:creator', 'author').flatMap((author) => {
    const name = foundText(text, child(author, 'name') ?? author, `feed:${author.local}`);
    return name === null
      ? []
      : [{ ...name, value: /^\S+@\S+ \((.+)\)$/.exec(name.value)?.[1] ?? name.value }];
  });
  const [first] = authors;
  const last = authors.at(-1);
  if (first === undefined || last === undefined) return null;
  const names = [...new Set(authors.map(({ value }) => value))].join(', ');
  return found(
    names,
    { start: first.evidence.start, end: Math.max(first.evidence.end, last.evidence.end) },
    first.evidence.rule,
    1,
  );
}

function tagsOf(text: string, element: XmlElement): Found[] {
  const seen = new Set<string>();
  return childElements(element, 'category', 'dc:subject').flatMap((category) => {
    const tag =
      foundText(text, category, 'feed:category') ??
      foundAttribute(category, 'label', 'feed:category') ??
      foundAttribute(category, 'term', 'feed:category');
    if (tag === null || seen.has(tag.value)) return [];
    seen.add(tag.value);
    return [tag];
  });
}

function datesOf(text: string, element: XmlElement): DateCandidate[] {
  const dates = (kind: 'published' | 'modified', ...names: string[]) =>
    childElements(element, ...names).flatMap((date) =>
      statedDate(foundText(text, date, 'feed:date'), { rule: `feed:${date.local}`, kind }),
    );
  return [
    ...dates('published', 'pubDate', 'published', 'issued', 'dc:date', 'dcterms:issued'),
    ...dates('modified', 'updated', 'modified', 'dcterms:modified'),
  ];
}

/** The paper that an item was taken from: `<source url="...">Name</source>`, Atom's `<source><title>`. */
function sourceOf(text: string, element: XmlElement): Found | null {
  const source = child(element, 'source');
  return foundText(text, child(source, 'title') ?? source, 'feed:source', 0.9);
}
