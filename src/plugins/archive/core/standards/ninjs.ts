import { oneLine, singleDate, type CitableArticle } from './citable-article';

/** The article as an item of IPTC's ninjs 3.0. Only a date known to the day becomes a `contentCreated`. */
export function ninjs(article: CitableArticle): Record<string, unknown> {
  const { date, standfirst, body, source } = article;
  const day = date === null || date.isApproximate ? null : singleDate(date);
  const title = oneLine(article.title);
  const fields = {
    language: article.language,
    versionCreated: article.changed,
    contentCreated: day?.length === 10 ? `${day}T00:00:00Z` : null,
    title,
    by: article.byline === null ? null : oneLine(article.byline),
    headlines: [{ role: 'main', value: title }],
    descriptions: listOf(standfirst, (value) => ({ role: 'lead', value })),
    bodies: listOf(body, (value) => ({ role: 'main', contentType: 'text/markdown', value })),
    slugline: article.section,
    subjects: article.names.length > 0 ? article.names.map((name) => ({ rel: 'about', name })) : null,
    infoSources: listOf(source?.name, (name) => ({ role: 'publisher', name })),
    usageTerms: article.rights,
    altIds: listOf(article.legacyUrl, (value) => ({ role: 'legacyUrl', value })),
  };
  const known = Object.entries(fields).filter(([, value]) => value !== null && value !== '');
  return {
    uri: article.uri,
    standard: {
      name: 'ninjs',
      version: '3.0',
      schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json',
    },
    type: 'text',
    representationType: 'full',
    pubStatus: 'usable',
    ...Object.fromEntries(known),
  };
}

function listOf<Item>(text: string | null | undefined, item: (text: string) => Item): Item[] | null {
  return text ? [item(text)] : null;
}
