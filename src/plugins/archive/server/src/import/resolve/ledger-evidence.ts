import type { DraftArticle } from '../../../../core/draft-article';
import { jsonOf } from '../write/cell-of';

/**
 * A draft's evidence as the ledger keeps it, in JSON: by field, and every date that was considered as `date.0`,
 * `date.1`, ... (the winner first), with what it would have said. `date.notAfter` is the day of capture.
 */
export function ledgerEvidence({ evidence, dates }: Pick<DraftArticle, 'evidence' | 'dates'>): string {
  const { candidates, notAfter } = dates;
  const considered = candidates.map(({ edtf, text, basis, kind, evidence: at }, index) => [
    `date.${index}`,
    { ...at, edtf, text, basis, ...(kind === undefined ? {} : { kind }) },
  ]);
  return jsonOf({
    ...evidence,
    ...Object.fromEntries(considered),
    ...(notAfter === null ? {} : { 'date.notAfter': { day: notAfter } }),
  });
}
