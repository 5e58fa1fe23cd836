/** A half-open stretch `[start, end)` of the decoded record, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
