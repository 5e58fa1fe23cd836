import type { DateBasis } from '../draft-article';
import type { Evidence, Found } from '../evidence';
import { type Issue, issue } from '../issue';
import { boundsOf, type DayBounds } from './bounds';
import type { DateKind } from './date-line-words';

/** One answer to the question when an article was published. */
export interface DateCandidate {
  readonly edtf: string;
  /** As it stood in the record; null where nothing was printed, as for an inferred date. */
  readonly text: string | null;
  readonly basis: Exclude<DateBasis, 'era' | 'unknown'>;
  readonly kind?: DateKind | undefined;
  readonly evidence: Evidence;
  /** What was wrong with the reading; the winner's are passed on. */
  readonly issues?: readonly Issue[] | undefined;
}

export interface DateLimits {
  /** EDTF interval of the era the record belongs to. */
  readonly eraCoverage?: Found | string | null | undefined;
  /** When the page was captured: ISO 8601 date or time. The article is not later; it is never the article's date. */
  readonly capturedBefore?: string | null | undefined;
}

export interface ChosenDate {
  readonly dateText: string | null;
  /** Always valid EDTF; `XXXX` when nothing is known. */
  readonly dateEdtf: string;
  readonly dateBasis: DateBasis;
  /** The winner's, its rule prefixed with what chose it; null when nothing is known or the coverage has none. */
  readonly evidence: Evidence | null;
  /** All that were considered, best first. */
  readonly candidates: readonly DateCandidate[];
  /** The day of capture, an upper bound for sorting out what cannot be; null when unknown. */
  readonly notAfter: string | null;
  readonly issues: readonly Issue[];
}

const ORDER: readonly DateCandidate['basis'][] = ['printed', 'metadata', 'url', 'inferred'];
const NOWHERE = { start: 0, end: 0 };

/**
 * Chooses the date of publication: printed before metadata before url before inferred; within one, a date marked as
 * published before an unmarked one, then the surer one, then the first. Dates of change lose to all others. A printed
 * date of which only the year is sure gives way to a day of the metadata or address in that year. Without a candidate,
 * the era's coverage bounds the article; without an era the date is unknown.
 */
export function chooseDate(candidates: readonly DateCandidate[], limits: DateLimits = {}): ChosenDate {
  const issues: Issue[] = [];
  const valid = candidates.filter((candidate) => {
    const known = boundsOf(candidate.edtf) !== null;
    if (!known) issues.push(issue('date-impossible', candidate.evidence, candidate.text ?? candidate.edtf));
    return known;
  });
  const notAfter = dayOf(limits.capturedBefore);
  const ranked = [...valid].sort(
    (one, other) => rank(one, notAfter) - rank(other, notAfter) || surer(one, other),
  );
  const [first] = ranked;
  if (first === undefined) return undated(limits.eraCoverage ?? null, notAfter, issues);
  const sharper = sharpened(first, ranked);
  const winner = sharper ?? first;
  const doubts = [...(winner.issues ?? []), ...doubtsOf(winner, limits.eraCoverage ?? null, notAfter)];
  const how = sharper === null ? 'chosen:best-basis' : 'chosen:day-within-printed-year';
  return {
    dateText: winner.text,
    dateEdtf: winner.edtf,
    dateBasis: winner.basis,
    evidence: { ...winner.evidence, rule: `${how}:${winner.evidence.rule}` },
    candidates: [winner, ...ranked.filter((candidate) => candidate !== winner)],
    notAfter,
    issues: [...issues, ...doubts],
  };
}

/** Lower is better: possible before impossible, published before changed, then the order of bases and kinds. */
function rank(candidate: DateCandidate, notAfter: string | null): number {
  const future = isAfter(boundsOf(candidate.edtf), notAfter) ? 100 : 0;
  const modified = candidate.kind === 'modified' ? 50 : 0;
  const kind = candidate.kind === 'published' ? 0 : 1;
  return future + modified + ORDER.indexOf(candidate.basis) * 2 + kind;
}

function surer(one: DateCandidate, other: DateCandidate): number {
  return other.evidence.confidence - one.evidence.confidence;
}

/** `03/04/2009` in print and `2009-04-03` in the metadata: the second tells what the first left open. */
function sharpened(winner: DateCandidate, ranked: readonly DateCandidate[]): DateCandidate | null {
  if (!winner.issues?.some(({ code }) => code === 'date-ambiguous') || !/^\d{4}$/.test(winner.edtf))
    return null;
  const day = new RegExp(`^${winner.edtf}-\\d\\d-\\d\\d$`);
  return (
    ranked.find(({ edtf, basis, kind }) => basis !== 'inferred' && kind !== 'modified' && day.test(edtf)) ??
    null
  );
}

function undated(era: Found | string | null, notAfter: string | null, issues: Issue[]): ChosenDate {
  const coverage = typeof era === 'string' ? era : (era?.value ?? null);
  const evidence = typeof era === 'string' ? null : (era?.evidence ?? null);
  const none = { dateText: null, candidates: [], notAfter, issues };
  if (coverage === null) return { ...none, dateEdtf: 'XXXX', dateBasis: 'unknown', evidence: null };
  if (boundsOf(coverage) !== null) return { ...none, dateEdtf: coverage, dateBasis: 'era', evidence };
  const fault = issue('date-impossible', evidence ?? NOWHERE, coverage);
  return { ...none, issues: [...issues, fault], dateEdtf: 'XXXX', dateBasis: 'unknown', evidence: null };
}

function doubtsOf(winner: DateCandidate, era: Found | string | null, notAfter: string | null): Issue[] {
  const date = boundsOf(winner.edtf);
  const coverage = boundsOf(typeof era === 'string' ? era : (era?.value ?? ''));
  const shown = winner.text ?? winner.edtf;
  const doubts: Issue[] = [];
  if (isAfter(date, coverage?.latest ?? null) || isAfter(coverage, date?.latest ?? null)) {
    doubts.push(issue('date-outside-era', winner.evidence, shown));
  }
  if (isAfter(date, notAfter)) doubts.push(issue('date-future', winner.evidence, shown));
  return doubts;
}

/** True when even the first day lies after the limit. */
function isAfter(date: DayBounds | null, limit: string | null): boolean {
  return limit !== null && date?.earliest != null && date.earliest > limit;
}

/** The day of an ISO date or time; a 14-digit WARC time (`20170503102200`) too. */
function dayOf(captured: string | null | undefined): string | null {
  const parts = /^(\d{4})-?(\d\d)-?(\d\d)/.exec(captured ?? '');
  const day = parts === null ? '' : parts.slice(1).join('-');
  return boundsOf(day)?.latest ?? null;
}
