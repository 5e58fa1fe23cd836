import type { DateCandidate } from '../../dates/choose-date';
import { found, type Found } from '../../evidence';
import { NOTHING_STATED, type StatedText } from '../../stated-article';
import { placedParagraphs } from '../../text/placed-paragraphs';
import { placedTextBuilder, slicePlaced, trimPlaced, type PlacedText } from '../../text/placed-text';
import { foundAttribute, foundText, textOfElement, trimmedText } from '../../xml/xml-text';
import { descendants, type XmlElement } from '../../xml/xml-tree';
import { bylineValue } from '../byline-value';
import { placeOfDateline } from '../dateline-place';
import type { MarkupRecord, Statement } from '../markup-records';
import { statedDate } from '../stated-dates';
import { usualDateOrder } from '../usual-date-order';

/** Names that collections give the parts of an article, the plainest first; names are in lower case. */
const TITLE = ['title', 'headline', 'head', 'hl', 'ti', 'slug'];
const BODY = ['body', 'lp', 'leadpara', 'text', 'tx'];
const DATE = ['date', 'time', 'date_time', 'datetime', 'pubdate', 'pub_date', 'dd', 'date1'];
const TEXT_PARTS: ReadonlySet<string> = new Set([...TITLE, 'author', 'byline', 'dateline', 'date', 'time']);

/** What a `<DOC>` or `<REUTERS>` states. */
export function stateSgmlDocument({ text, element, options }: MarkupRecord): Statement {
  const first = (...names: string[]) => firstFilled(text, element, names);
  const value = (rule: string, ...names: string[]) => foundText(text, first(...names), `sgml:${rule}`);
  const title = first(...TITLE);
  const { body, signOff } = bodyOf(text, element);
  const order = options.dateOrder ?? usualDateOrder(text);
  const abstract = first('abstract', 'summary');
  const stated = {
    ...NOTHING_STATED,
    title: title === null ? null : lineOf(text, title),
    body,
    standfirst: abstract === null ? null : paragraphsFound(text, abstract),
    byline: bylineValue(value('author', 'author', 'byline', 'by')),
    dateline: datelineOf(text, first('dateline')),
    section: value('category', 'cat', 'category', 'section', 'sect'),
    tags: tagsOf(text, element),
    dates: datesOf(text, element, order),
    language: value('language', 'lang', 'language', 'la'),
    legacyId: idOf(text, element),
    legacyUrl: value('url', 'url', 'link'),
    source: value('source', 'src', 'source', 'publication', 'paper', 'so') ?? signOff,
  };
  return { stated, issues: [], refused: null };
}

function firstFilled(text: string, element: XmlElement, names: readonly string[]): XmlElement | null {
  for (const name of names) {
    const filled = descendants(element, name).find((one) => trimmedText(text, one).text !== '');
    if (filled !== undefined) return filled;
  }
  return null;
}

function lineOf(text: string, element: XmlElement): StatedText {
  const placed = trimmedText(text, element);
  const line = { ...placed, text: placed.text.replace(/\s/g, ' ') };
  return { placed: line, evidence: { ...element.inner, rule: `sgml:${element.local}`, confidence: 1 } };
}

function paragraphsFound(text: string, element: XmlElement): Found | null {
  const { text: value } = placedParagraphs(textOfElement(text, element));
  return value === '' ? null : found(value, element.inner, `sgml:${element.local}`, 1);
}

/**
 * The article's text: what stands in elements of those names, outermost first, without the parts that have fields of
 * their own. `Reuter` on a line of its own at the end says whose text it is.
 */
function bodyOf(text: string, element: XmlElement): { body: StatedText | null; signOff: Found | null } {
  const inner = descendants(element, 'body');
  const parts =
    inner.length > 0 && descendants(element, 'text').length <= 1 ? inner : descendants(element, ...BODY);
  const outermost = parts.filter(
    (one) => !parts.some((other) => other !== one && other.start <= one.start && one.end <= other.end),
  );
  const builder = placedTextBuilder();
  for (const part of outermost) {
    const paragraphs = placedParagraphs(proseOf(text, part));
    if (paragraphs.text === '') continue;
    if (builder.length > 0) builder.join('\n\n');
    builder.append(paragraphs);
  }
  const whole = builder.build();
  const [first] = outermost;
  const last = outermost.at(-1);
  if (whole.text === '' || first === undefined || last === undefined) return { body: null, signOff: null };
  const evidence = {
    start: first.inner.start,
    end: last.inner.end,
    rule: `sgml:${first.local}`,
    confidence: 1,
  };
  const { placed, signOff } = withoutSignOff(whole, { start: first.inner.start, end: last.inner.end });
  return { body: { placed, evidence }, signOff };
}

/** The text of an element, `<P>` parting paragraphs, without title, author and the like where they stand inside. */
function proseOf(text: string, element: XmlElement): PlacedText {
  const builder = placedTextBuilder();
  const visit = (node: XmlElement): void => {
    for (const child of node.children) {
      if (child.kind !== 'element') {
        builder.append(textOfElement(text, { ...node, children: [child] }));
      } else if (!TEXT_PARTS.has(child.local)) {
        if (child.local === 'p') builder.join('\n\n');
        visit(child);
      }
    }
  };
  visit(element);
  return withoutControls(builder.build());
}

/** Reuters frames its texts in STX and ETX. */
function withoutControls(placed: PlacedText): PlacedText {
  return { ...placed, text: placed.text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, ' ') };
}

function withoutSignOff(
  placed: PlacedText,
  at: { start: number; end: number },
): { placed: PlacedText; signOff: Found | null } {
  const end = /(?:^|\s)reuters?\s*\.?\s*$/i.exec(placed.text.slice(-20));
  if (end === null || placed.text.length <= 20) return { placed, signOff: null };
  const cut = placed.text.length - end[0].length;
  return {
    placed: trimPlaced(slicePlaced(placed, 0, cut)),
    signOff: found('Reuters', { start: at.end, end: at.end }, 'sgml:sign-off', 0.8),
  };
}

function datelineOf(text: string, element: XmlElement | null): Found | null {
  const line = foundText(text, element, 'sgml:dateline');
  const place = line === null ? '' : placeOfDateline(line.value);
  return line === null || place === '' ? null : { ...line, value: place };
}

function datesOf(
  text: string,
  element: XmlElement,
  order: 'day-month-year' | 'month-day-year' | 'year-month-day' | undefined,
): DateCandidate[] {
  return descendants(element, ...DATE).flatMap((one) =>
    statedDate(foundText(text, one, 'sgml:date'), { rule: `sgml:${one.local}`, kind: 'published', order }),
  );
}

/** `<TOPICS><D>cocoa</D></TOPICS>`, `<KEYWORD>`. */
function tagsOf(text: string, element: XmlElement): Found[] {
  const lists = descendants(element, 'topics', 'places', 'people', 'orgs', 'exchanges', 'companies');
  const items = lists.flatMap((list) => descendants(list, 'd'));
  const tags = [...items, ...descendants(element, 'keyword', 'tag')].flatMap(
    (one) => foundText(text, one, `sgml:${one.local}`) ?? [],
  );
  return tags.filter(({ value }, index) => tags.findIndex((other) => other.value === value) === index);
}

function idOf(text: string, element: XmlElement): Found | null {
  return (
    foundText(text, firstFilled(text, element, ['docno', 'docid', 'an', 'id']), 'sgml:docno') ??
    foundAttribute(element, 'NEWID', 'sgml:newid') ??
    foundAttribute(element, 'id', 'sgml:id')
  );
}
