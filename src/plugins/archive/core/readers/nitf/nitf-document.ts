import { found, type Found } from '../../evidence';
import { NOTHING_STATED, type StatedArticle } from '../../stated-article';
import { placedAt } from '../../text/placed-text';
import { foundAttribute, foundText } from '../../xml/xml-text';
import { at, child, descendants, type XmlElement } from '../../xml/xml-tree';
import { bylineValue } from '../byline-value';
import { placeOfDateline } from '../dateline-place';
import { foundHtml, statedBody, statedLine, type StatedBody } from '../html-values';
import { statedDate } from '../stated-dates';
import { mediaOfNitf } from './nitf-media';

/** What an NITF document states. */
export function stateNitf(text: string, nitf: XmlElement): StatedArticle {
  const [docdata = null] = descendants(nitf, 'docdata');
  const [pubdata = null] = descendants(nitf, 'pubdata');
  const head = at(nitf, 'body', 'body.head');
  const first = (name: string, within: XmlElement | null = head) => descendants(within, name)[0] ?? null;
  const headline = first('hl1') ?? first('hedline');
  const title = headline ?? at(nitf, 'head', 'title');
  const abstract = first('abstract');
  const { body, bodyMarkdown } = bodyOf(text, nitf);
  return {
    ...NOTHING_STATED,
    title:
      title === null
        ? null
        : statedLine(
            placedAt(text.slice(title.inner.start, title.inner.end), title.inner.start),
            title.inner,
            `nitf:${title.local}`,
          ),
    body,
    bodyMarkdown,
    standfirst: abstract === null ? foundText(text, first('hl2'), 'nitf:hl2') : htmlFound(text, abstract),
    byline: bylineValue(foundText(text, first('byline'), 'nitf:byline')),
    dateline: datelineOf(text, first('dateline')),
    section: sectionOf(text, nitf, pubdata),
    tags: tagsOf(nitf),
    dates: [
      ...statedDate(foundAttribute(pubdata, 'date.publication', 'nitf:pubdata'), {
        rule: 'nitf:date.publication',
        kind: 'published',
      }),
      ...statedDate(foundAttribute(first('date.issue', docdata), 'norm', 'nitf:date'), {
        rule: 'nitf:date.issue',
        kind: 'published',
        confidence: 0.93,
      }),
      ...statedDate(foundAttribute(first('story.date'), 'norm', 'nitf:date'), {
        rule: 'nitf:story.date',
        confidence: 0.9,
      }),
      ...statedDate(foundAttribute(first('date.release', docdata), 'norm', 'nitf:date'), {
        rule: 'nitf:date.release',
        confidence: 0.8,
      }),
    ],
    language:
      foundAttribute(nitf, 'xml:lang', 'nitf:lang') ??
      foundAttribute(child(nitf, 'body'), 'xml:lang', 'nitf:lang'),
    legacyId: foundAttribute(first('doc-id', docdata), 'id-string', 'nitf:doc-id'),
    legacyUrl: foundAttribute(pubdata, 'ex-ref', 'nitf:ex-ref'),
    source:
      foundAttribute(pubdata, 'name', 'nitf:pubdata') ??
      foundText(text, first('distributor'), 'nitf:distributor', 0.7) ??
      foundAttribute(first('doc-id', docdata), 'regsrc', 'nitf:regsrc', 0.6),
    media: mediaOfNitf(text, nitf),
  };
}

/** The body without its media, which are told apart; of papers that give their lead twice, the whole text. */
function bodyOf(text: string, nitf: XmlElement): Pick<StatedBody, 'body' | 'bodyMarkdown'> {
  const content = at(nitf, 'body', 'body.content') ?? child(nitf, 'body');
  const whole =
    descendants(content, 'block').find(({ attributes }) => attributes.get('class') === 'full_text') ??
    content;
  if (whole === null) return { body: null, bodyMarkdown: null };
  const { start, end } = whole.inner;
  return statedBody(placedAt(text.slice(start, end), start), whole.inner, 'nitf:body.content', {
    leaveOut: (name) => name === 'media' || name === 'body.head',
  });
}

function htmlFound(text: string, { inner }: XmlElement): Found | null {
  return foundHtml(placedAt(text.slice(inner.start, inner.end), inner.start), inner, 'nitf:abstract');
}

/** `<dateline><location>PORT SEFINA</location>, <story.date>May 4</story.date></dateline>` */
function datelineOf(text: string, dateline: XmlElement | null): Found | null {
  const place = foundText(text, child(dateline, 'location') ?? dateline, 'nitf:dateline');
  const value = place === null ? '' : placeOfDateline(place.value);
  return place === null || value === '' ? null : { ...place, value };
}

function sectionOf(text: string, nitf: XmlElement, pubdata: XmlElement | null): Found | null {
  const meta = descendants(at(nitf, 'head'), 'meta').find(({ attributes }) =>
    /^(?:online_sections?|section|dsk)$/i.test(attributes.get('name') ?? ''),
  );
  return (
    foundAttribute(pubdata, 'position.section', 'nitf:position.section') ??
    foundAttribute(meta ?? null, 'content', 'nitf:meta-section', 0.9) ??
    foundText(text, descendants(nitf, 'fixture')[0] ?? null, 'nitf:fixture', 0.6)
  );
}

function tagsOf(nitf: XmlElement): Found[] {
  const keys = [
    ...descendants(nitf, 'keyword').flatMap((one) => foundAttribute(one, 'key', 'nitf:keyword') ?? []),
    ...descendants(nitf, 'tobject.subject').flatMap((one) => subjectOf(one) ?? []),
  ];
  return keys.filter(({ value }, index) => keys.findIndex((other) => other.value === value) === index);
}

/** The subject's narrowest name. */
function subjectOf(subject: XmlElement): Found | null {
  for (const name of ['tobject.subject.detail', 'tobject.subject.matter', 'tobject.subject.type']) {
    const value = subject.attributes.get(name)?.trim() ?? '';
    if (value !== '')
      return found(value, { start: subject.start, end: subject.inner.start }, `nitf:${name}`, 1);
  }
  return null;
}
