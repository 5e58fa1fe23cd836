import { oneLine, type CitableArticle } from '../standards/citable-article';
import { xmlElement, xmlText } from '../standards/xml-text';

/** The article in MODS 3.8, which tells the newspaper, its issue and page, and dates in EDTF. */
export function modsRecord(article: CitableArticle): string {
  const { source, date } = article;
  return element('mods', ' xmlns="http://www.loc.gov/mods/v3" version="3.8"' + SCHEMA, [
    element('titleInfo', '', [xmlElement('title', oneLine(article.title))]),
    element('name', '', [
      xmlElement('namePart', article.byline && oneLine(article.byline)),
      article.byline ? '<role><roleTerm type="code" authority="marcrelator">aut</roleTerm></role>' : '',
    ]),
    '<typeOfResource>text</typeOfResource><genre>newspaper article</genre>',
    element('originInfo', '', [
      xmlElement('publisher', source?.name ?? null),
      element('dateIssued', ' encoding="edtf" keyDate="yes"', [date === null ? '' : xmlPlain(date.edtf)]),
    ]),
    element('language', '', [
      element('languageTerm', ' type="code" authority="rfc5646"', [xmlPlain(article.language ?? '')]),
    ]),
    xmlElement('abstract', article.standfirst),
    ...[article.section, ...article.names].map((topic) =>
      element('subject', '', [xmlElement('topic', topic)]),
    ),
    host(article),
    element('relatedItem', ' type="series"', [element('titleInfo', '', [xmlElement('title', article.era)])]),
    element('identifier', ' type="uri"', [xmlPlain(article.uri)]),
    element('location', '', [xmlElement('url', article.uri)]),
    element('accessCondition', ' type="use and reproduction"', [xmlPlain(article.rights ?? '')]),
    element('recordInfo', '', [
      element('recordChangeDate', ' encoding="w3cdtf"', [xmlPlain(article.changed)]),
    ]),
  ]);
}

const SCHEMA =
  ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"' +
  ' xsi:schemaLocation="http://www.loc.gov/mods/v3 http://www.loc.gov/standards/mods/v3/mods-3-8.xsd"';

/** The newspaper that the article stood in. */
function host({ source, printIssue, printPage }: CitableArticle): string {
  return element('relatedItem', ' type="host"', [
    element('titleInfo', '', [xmlElement('title', source?.name ?? null)]),
    element('identifier', ' type="issn"', [xmlPlain(source?.issn ?? '')]),
    element('part', '', [
      element('detail', ' type="issue"', [xmlElement('number', printIssue)]),
      element('extent', ' unit="page"', [xmlElement('start', printPage)]),
    ]),
  ]);
}

/** An element, or nothing where nothing stands in it. */
function element(name: string, attributes: string, content: readonly string[]): string {
  const inner = content.join('');
  return inner === '' ? '' : `<${name}${attributes}>${inner}</${name}>`;
}

function xmlPlain(text: string): string {
  return xmlText(oneLine(text));
}
