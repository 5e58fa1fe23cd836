/** Ends a job's work for now, with a state and a reason that a person can act on. What was committed stays. */
export class JobStop extends Error {
  constructor(
    readonly state: 'queued' | 'paused' | 'cancelled' | 'failed',
    reason: string,
  ) {
    super(reason);
  }
}
