import type { DraftArticle } from '../../../../core/draft-article';
import type { Evidence } from '../../../../core/evidence';
import type { WriteTarget } from './prepare-record';

const NOWHERE = { start: 0, end: 0, confidence: 1 };

/** A draft with the era and source that a person named for the whole job; the evidence says who said so. */
export function withOverrides(
  draft: DraftArticle,
  { era, source }: Pick<WriteTarget, 'era' | 'source'>,
): DraftArticle {
  if (era === null && source === null) return draft;
  const evidence: Record<string, Evidence> = { ...draft.evidence };
  if (era !== null) evidence['era'] = { ...NOWHERE, rule: 'option:--era' };
  if (source !== null) evidence['source'] = { ...NOWHERE, rule: 'option:--source' };
  return {
    ...draft,
    evidence,
    era: era === null ? draft.era : { name: era, coverage: draft.era.coverage },
    source: source === null ? draft.source : { name: source },
  };
}
