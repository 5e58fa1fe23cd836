import type { Issue, IssueCode } from './issue';

/** Issues that by themselves keep a record from being an article, the plainest first. */
const DECISIVE: readonly IssueCode[] = [
  'container-damaged',
  'container-empty',
  'container-too-large',
  'container-too-deep',
  'member-unsafe',
  'member-not-file',
  'member-unreadable',
  'file-empty',
  'file-unreadable',
  'file-binary',
  'format-unknown',
  'record-too-large',
  'http-redirect',
  'http-error',
  'media-type-unsupported',
  'capture-repeated',
  'revisit-unresolved',
  'capture-unframed',
  'capture-none',
  'record-truncated',
  'record-length-wrong',
  'http-body-damaged',
  'line-too-long',
  'parse-timeout',
  'parse-memory',
  'records-missing',
  'not-an-article',
  'media-record',
  'part-of-issue',
  'companion-missing',
  'encoding-invalid',
  'body-empty',
  'title-missing',
];

/** Why a record is quarantined or rejected: the first issue of the plainest kind; null where none says so. */
export function decisiveIssue(issues: readonly Issue[]): Issue | null {
  for (const code of DECISIVE) {
    const found = issues.find((issue) => issue.code === code);
    if (found) return found;
  }
  return null;
}
