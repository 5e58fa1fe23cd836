import { oneLine, singleDate, type CitableArticle } from './citable-article';

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** An entry of BibTeX. Values stand in double braces, so that names and capitals stay as they are. */
export function bibtex(article: CitableArticle): string {
  const day = article.date === null ? null : singleDate(article.date);
  const [year, month, date] = day?.split('-') ?? [];
  const fields: readonly (readonly [name: string, value: string | null | undefined])[] = [
    ['title', article.title],
    ['author', article.byline],
    ['journal', article.source?.name],
    ['issn', article.source?.issn],
    ['year', year],
    ['month', month === undefined ? null : String(Number(month))],
    ['day', date === undefined ? null : String(Number(date))],
    ['number', article.printIssue],
    ['pages', article.printPage],
    ['language', article.language],
    ['url', article.uri],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {{${escaped(value)}}}`] : []));
  return `@article{${article.documentId},\n${lines.join(',\n')}\n}\n`;
}

function escaped(value: string): string {
  return oneLine(value).replace(/[\\{}~^#$%&_]/g, (character) => ESCAPES[character] ?? `\\${character}`);
}
