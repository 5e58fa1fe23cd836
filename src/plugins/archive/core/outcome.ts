/** What parsing alone can say of a record. */
export const PARSE_OUTCOMES = ['article', 'quarantined', 'rejected'] as const;
export type ParseOutcome = (typeof PARSE_OUTCOMES)[number];

/**
 * The fate of an input record in an import; each record has exactly one, so the totals equal the input.
 * `kept`: an editor's change (or deletion) won. `quarantined`: needs a person. `rejected`: cannot be an article.
 */
export const OUTCOMES = [
  'created',
  'updated',
  'unchanged',
  'kept',
  'duplicate',
  'quarantined',
  'rejected',
] as const;
export type Outcome = (typeof OUTCOMES)[number];
