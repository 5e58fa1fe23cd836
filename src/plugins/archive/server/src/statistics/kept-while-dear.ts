/** Milliseconds, from any beginning. */
export type Clock = () => number;

/** What was counted as fast as this is counted for each who asks. */
const QUICK = 1000;
/** Other answers are kept for so many times the time they took, so that counting takes a few percent of the server. */
const TIMES_KEPT = 20;

/**
 * Keeps the answer of a dear question for a while that grows with what it cost. Who asks later gets it as it is,
 * and it is asked anew meanwhile; all who ask at the same time share one answer.
 */
export function keptWhileDear<Answer>(clock: Clock, ask: () => Promise<Answer>): () => Promise<Answer> {
  let kept: { readonly answer: Answer; readonly took: number; readonly at: number } | null = null;
  let asking: Promise<Answer> | null = null;
  const askAnew = async (): Promise<Answer> => {
    const began = clock();
    const answer = await ask();
    kept = { answer, took: clock() - began, at: clock() };
    return answer;
  };
  const shared = () => (asking ??= askAnew().finally(() => (asking = null)));
  return () => {
    if (kept === null || kept.took < QUICK) return shared();
    // Its failing is told to whoever asks next.
    if (clock() - kept.at > kept.took * TIMES_KEPT) shared().catch(() => (kept = null));
    return Promise.resolve(kept.answer);
  };
}
