import { oneLine, singleDate, type CitableArticle, type CitableDate } from './citable-article';

/** An item of CSL-JSON 1.0.2, as citation managers read it. */
export interface CslItem {
  readonly [name: string]: unknown;
  readonly id: string;
  readonly type: 'article-newspaper';
}

export function cslJson(article: CitableArticle): CslItem {
  const { source } = article;
  const fields = {
    title: oneLine(article.title),
    author: article.byline === null ? null : [{ literal: oneLine(article.byline) }],
    'container-title': source?.name ?? null,
    ISSN: source?.issn ?? null,
    issued: article.date === null ? null : cslDate(article.date),
    section: article.section,
    issue: article.printIssue,
    page: article.printPage,
    language: article.language,
    abstract: article.standfirst,
    archive: article.era,
    URL: article.uri,
  };
  const known = Object.entries(fields).filter(([, value]) => value !== null && value !== '');
  return { id: article.documentId, type: 'article-newspaper', ...Object.fromEntries(known) };
}

/** `2016-07~` -> `{ 'date-parts': [[2016, 7]], circa: true }`; an interval has two lists of parts. */
function cslDate(date: CitableDate): Record<string, unknown> {
  const single = singleDate(date);
  const days = single === null ? [date.earliest, date.latest] : [single];
  const parts = days.map((day) => day.split('-').map(Number));
  return { 'date-parts': parts, ...(date.isApproximate ? { circa: true } : {}) };
}
