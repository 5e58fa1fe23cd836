import { oneLine, singleDate, type CitableArticle } from './citable-article';

/** The article as schema.org's `NewsArticle`. An interval is no `datePublished`: it is the `temporal` of the record. */
export function newsArticleJsonLd(article: CitableArticle): Record<string, unknown> {
  const { date, source } = article;
  const day = date === null ? null : singleDate(date);
  const fields = {
    '@id': article.uri,
    url: article.uri,
    identifier: article.documentId,
    headline: oneLine(article.title),
    abstract: article.standfirst,
    articleBody: article.body,
    articleSection: article.section,
    author: article.byline === null ? null : { '@type': 'Person', name: oneLine(article.byline) },
    datePublished: day !== null && date?.isApproximate === false ? day : null,
    temporal: date !== null && (day === null || date.isApproximate) ? date.edtf : null,
    dateModified: article.changed,
    inLanguage: article.language,
    isPartOf: source && {
      '@type': 'Newspaper',
      name: source.name,
      ...(source.issn === null ? {} : { issn: source.issn }),
    },
    publisher: source && { '@type': 'Organization', name: source.name },
    pageStart: article.printPage,
    keywords: article.names.length > 0 ? article.names : null,
    copyrightNotice: article.rights,
    sameAs: article.legacyUrl,
  };
  const known = Object.entries(fields).filter(([, value]) => value !== null && value !== '');
  return { '@context': 'https://schema.org', '@type': 'NewsArticle', ...Object.fromEntries(known) };
}

/** JSON that may stand in a `<script>` of a page: nothing in it can end the element. */
export function jsonForHtml(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, escapedUnit);
}

function escapedUnit(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
