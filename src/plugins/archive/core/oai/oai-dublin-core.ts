import { oneLine, singleDate, type CitableArticle } from '../standards/citable-article';
import { xmlElement } from '../standards/xml-text';

/** The article in unqualified Dublin Core, which every provider has to offer. */
export function oaiDublinCore(article: CitableArticle): string {
  const { date } = article;
  const day = date === null || date.isApproximate ? null : singleDate(date);
  const elements: readonly (readonly [name: string, text: string | null | undefined])[] = [
    ['title', article.title],
    ['creator', article.byline],
    ['subject', article.section],
    ...article.names.map((name) => ['subject', name] as const),
    ['description', article.standfirst],
    ['publisher', article.source?.name],
    ['date', day ?? date?.edtf],
    ['type', 'Text'],
    ['identifier', article.uri],
    ['source', article.legacyUrl],
    ['language', article.language],
    ['relation', article.era],
    ['rights', article.rights],
  ];
  return [
    '<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
    ' xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai_dc/',
    ' http://www.openarchives.org/OAI/2.0/oai_dc.xsd">',
    ...elements.map(([name, text]) => xmlElement(`dc:${name}`, text ? oneLine(text) : null)),
    '</oai_dc:dc>',
  ].join('');
}
