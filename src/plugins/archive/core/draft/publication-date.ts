import { chooseDate, type DateCandidate } from '../dates/choose-date';
import { dateInUrl } from '../dates/url-date';
import type { ArticleFields, DatesConsidered } from '../draft-article';
import type { Evidence, Found } from '../evidence';
import type { Issue } from '../issue';
import type { Findings } from './findings';

export interface PublicationDate {
  readonly fields: Pick<ArticleFields, 'dateText' | 'dateEdtf' | 'dateBasis'>;
  readonly evidence: Evidence;
  readonly considered: DatesConsidered;
  readonly issues: readonly Issue[];
}

const NOT_FOUND: Evidence = { start: 0, end: 0, rule: 'date:not-found', confidence: 0 };

/** The date of publication from what was printed or stated, the page's old address, or the years of its era. */
export function publicationDate({
  dates,
  legacyUrl,
  coverage,
  capturedBefore,
}: Pick<Findings, 'dates' | 'legacyUrl' | 'coverage' | 'capturedBefore'>): PublicationDate {
  const candidates = [...dates, ...(legacyUrl === null ? [] : datesOfUrl(legacyUrl))];
  const chosen = chooseDate(candidates, { eraCoverage: coverage, capturedBefore });
  const { dateText, dateEdtf, dateBasis, evidence, issues } = chosen;
  return {
    fields: { dateText, dateEdtf, dateBasis },
    evidence: evidence ?? NOT_FOUND,
    considered: { candidates: chosen.candidates, notAfter: chosen.notAfter },
    issues,
  };
}

function datesOfUrl({ value, evidence }: Found): DateCandidate[] {
  const { reading } = dateInUrl(value);
  if (reading === null) return [];
  const { edtf, text, rule, confidence } = reading;
  const [start, end] = [evidence.start + reading.start, evidence.start + reading.end];
  return [{ edtf, text, basis: 'url', evidence: { start, end, rule, confidence } }];
}
