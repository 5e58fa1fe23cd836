import type { Span } from './span';

/** Where a field's value came from: a span of the decoded record, the rule that took it, and how sure it is. */
export interface Evidence extends Span {
  /** Name of the rule, `place:what`, such as `marker:Media ID:` or `title:suffix`. */
  readonly rule: string;
  /** 0 (a guess) to 1 (stated by the record itself). */
  readonly confidence: number;
}

/** A value together with its evidence. */
export interface Found<Value = string> {
  readonly value: Value;
  readonly evidence: Evidence;
}

/** Builds a found value. */
export function found<Value>(value: Value, at: Span, rule: string, confidence: number): Found<Value> {
  return { value, evidence: { start: at.start, end: at.end, rule, confidence } };
}
