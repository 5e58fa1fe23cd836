/** Ends a job's work for now, with a state and a reason that a person can act on. What was committed stays. */
export class JobStop extends Error {
  constructor(
    readonly state: 'queued' | 'paused' | 'cancelled' | 'failed',
    reason: string,
  ) {
    super(reason);
  }
}

/** Ends the work where a person asked for it or the process is told to stop. @throws JobStop then */
export function stopWhereAsked(
  requested: 'pause' | 'cancel' | null,
  stop: AbortSignal,
  managed: boolean,
): void {
  if (requested === 'cancel')
    throw new JobStop('cancelled', 'Cancelled by a person. What was imported before stays.');
  if (requested === 'pause') throw new JobStop('paused', 'Paused by a person.');
  if (!stop.aborted) return;
  if (managed) throw new JobStop('queued', 'The server stopped; the job goes on at its next start.');
  throw new JobStop('paused', 'Paused because its process was told to stop.');
}
