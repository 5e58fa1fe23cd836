import { oneLine, singleDate, type CitableArticle } from './citable-article';

/** A record of RIS, the tagged format of citation managers: `TI  - Harbour dredging begins`, lines end with CR LF. */
export function ris(article: CitableArticle): string {
  const day = article.date === null ? null : singleDate(article.date);
  const [year, month = '', date = ''] = day?.split('-') ?? [];
  const fields: readonly (readonly [tag: string, value: string | null | undefined])[] = [
    ['TI', article.title],
    ['AU', article.byline],
    ['T2', article.source?.name],
    ['SN', article.source?.issn],
    ['PY', year],
    ['DA', year === undefined ? null : `${year}/${month}/${date}/`],
    ['IS', article.printIssue],
    ['SP', article.printPage],
    ['SE', article.section],
    ['LA', article.language],
    ['AB', article.standfirst],
    ...article.names.map((name) => ['KW', name] as const),
    ['UR', article.uri],
    ['ID', article.documentId],
  ];
  const lines = fields.flatMap(([tag, value]) => (value ? [`${tag}  - ${oneLine(value)}`] : []));
  return ['TY  - NEWS', ...lines, 'ER  - ', ''].join('\r\n');
}
