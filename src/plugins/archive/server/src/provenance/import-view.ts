import type { ImportProvenance } from '../../../shared/provenance-api';
import type { LedgerRow } from './article-history';
import type { DumpFileRow } from './dump-files-of';

/** One import of an article as the API shows it: nothing of the machine that it ran on. */
export function importView(
  row: LedgerRow,
  file: DumpFileRow | undefined,
  importerVersion: string | null,
): ImportProvenance {
  const fields = (kept: boolean) => [
    ...new Set(row.changes.filter((change) => change.kept === kept).map((change) => change.field)),
  ];
  return {
    ledgerId: row.id,
    job: row.job,
    at: row.at?.toISOString() ?? null,
    importerVersion,
    outcome: row.outcome,
    reason: row.reason,
    undo: row.undo,
    file: {
      path: row.dumpPath,
      member: row.member,
      size: file?.size ?? null,
      sha256: file?.sha256 ?? null,
      modifiedAt: file?.modifiedAt?.toISOString() ?? null,
      inVault: file?.vaulted ?? false,
    },
    record: { index: row.recordIndex, start: row.start, end: row.end },
    reader: row.format,
    encoding: row.encoding,
    profile: row.profile,
    changed: fields(false),
    kept: fields(true),
  };
}
