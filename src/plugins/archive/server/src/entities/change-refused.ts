export const REFUSALS = [
  'record-unknown',
  'record-merged',
  'same-record',
  'merge-cycle',
  'not-merged',
  'names-unknown',
  'names-all',
  'names-merged',
  'site-without-entities',
] as const;

/** Why a record cannot be changed so; the message says what to do instead. */
export class ChangeRefused extends Error {
  constructor(
    readonly code: (typeof REFUSALS)[number],
    message: string,
  ) {
    super(message);
    this.name = 'ChangeRefused';
  }
}
