import type { DateBasis } from '../core/draft-article';

/** Counts of articles; an article in two languages counts twice. */
export interface ArticleFigures {
  readonly articles: number;
  /** Of these: readers see it. */
  readonly published: number;
  /** Of these: taken from the public with a reason. */
  readonly withdrawn: number;
  /** Of these: no record told a date, so that at most the bounds of its era are known. */
  readonly undated: number;
  /** 0 to 1; 0 where there are no articles. */
  readonly undatedShare: number;
  /** What dates rest on. The counts add up to `articles`. */
  readonly bases: Readonly<Record<DateBasis, number>>;
  /** By locale, most first. */
  readonly languages: readonly { readonly locale: string | null; readonly articles: number }[];
}

/** The figures of one record; those that name none have null. */
export interface NamedFigures extends ArticleFigures {
  readonly documentId: string | null;
  readonly name: string | null;
}

/** Null for articles that no date places within one year. */
export interface YearFigures extends ArticleFigures {
  readonly year: number | null;
}

/** The articles that a job was the last to write; null for those that no import wrote. */
export interface JobFigures extends ArticleFigures {
  readonly job: number | null;
  readonly state: string | null;
  /** Records that the job read, and those of them that it left to a person. */
  readonly records: number;
  readonly quarantined: number;
}

/** `GET /archive/statistics`. */
export interface StatisticsView {
  /** When the counting began: figures of a large archive are kept for a while. */
  readonly countedAt: string;
  /** The type of the articles that were counted. */
  readonly contentType: string;
  /** Its attribute that names the source; null where it has none. */
  readonly sourceAttribute: string | null;
  readonly total: ArticleFigures & { readonly quarantined: number };
  /** Most articles first. */
  readonly eras: readonly NamedFigures[];
  readonly sources: readonly NamedFigures[];
  /** Oldest first. */
  readonly years: readonly YearFigures[];
  /** Newest first. */
  readonly jobs: readonly JobFigures[];
}
