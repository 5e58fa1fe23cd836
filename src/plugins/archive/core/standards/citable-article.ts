/** What the standards' formats are made from: one published article, with the names of what it is linked to. */
export interface CitableArticle {
  /** Stable address of the article. */
  readonly uri: string;
  readonly documentId: string;
  readonly slug: string | null;
  /** BCP 47. */
  readonly language: string | null;
  readonly title: string;
  readonly standfirst: string | null;
  readonly body: string | null;
  readonly byline: string | null;
  readonly section: string | null;
  readonly date: CitableDate | null;
  readonly source: { readonly name: string; readonly issn: string | null } | null;
  readonly era: string | null;
  /** Names of people, places and organizations that the article is about. */
  readonly names: readonly string[];
  readonly printIssue: string | null;
  readonly printPage: string | null;
  readonly rights: string | null;
  readonly legacyUrl: string | null;
  /** When the record was changed last, ISO 8601 in UTC. */
  readonly changed: string;
}

/** A date as far as it is known. What only the era says is no date of the article: it is left out of citations. */
export interface CitableDate {
  readonly edtf: string;
  readonly earliest: string;
  readonly latest: string;
  readonly isApproximate: boolean;
}

/** `2016`, `2016-07` or `2016-07-14`, where the date is one year, month or day; null for other intervals. */
export function singleDate({ earliest, latest }: Pick<CitableDate, 'earliest' | 'latest'>): string | null {
  if (earliest === latest) return earliest;
  const [year = '', month = ''] = earliest.split('-');
  if (earliest === `${year}-01-01` && latest === `${year}-12-31`) return year;
  const lastDay = String(daysIn(Number(year), Number(month))).padStart(2, '0');
  return earliest.endsWith('-01') && latest === `${year}-${month}-${lastDay}` ? `${year}-${month}` : null;
}

function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** One line, without control characters: no format that is made of lines may be broken by a title. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
