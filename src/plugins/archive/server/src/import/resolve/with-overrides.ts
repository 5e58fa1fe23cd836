import type { DraftArticle } from '../../../../core/draft-article';
import type { Evidence } from '../../../../core/evidence';
import type { JobOptions } from '../job/job-options';
import type { ParsedRecord } from '../input/parsed-record';

const NOWHERE = { start: 0, end: 0, confidence: 1 };

/** A record with the era and source that a person named for the whole job; the evidence says who said so. */
export function withOverrides(
  parsed: ParsedRecord,
  { era, source }: Pick<JobOptions, 'era' | 'source'>,
): ParsedRecord {
  if (era === null && source === null) return parsed;
  const { draft } = parsed;
  const evidence: Record<string, Evidence> = { ...draft.evidence };
  if (era !== null) evidence['era'] = { ...NOWHERE, rule: 'option:--era' };
  if (source !== null) evidence['source'] = { ...NOWHERE, rule: 'option:--source' };
  const named: DraftArticle = {
    ...draft,
    evidence,
    era: era === null ? draft.era : { name: era, coverage: draft.era.coverage },
    source: source === null ? draft.source : { name: source },
  };
  return { ...parsed, draft: named };
}
