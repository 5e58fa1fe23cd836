/** How many requests of one client are answered in a minute. */
export interface RateLimit {
  /** Counts a request; how many seconds to wait where it is one too many, else null. */
  ask(client: string, now: number): number | null;
}

const MINUTE = 60_000;
/** Clients remembered at a time; whoever is pushed out begins anew. */
const MOST_CLIENTS = 10_000;

/** Counts in windows of a minute that begin with a client's first request. Memory is bounded. */
export function rateLimit(requestsAMinute: number): RateLimit {
  const windows = new Map<string, { begun: number; count: number }>();
  return {
    ask(client, now) {
      const known = windows.get(client);
      if (!known || now - known.begun >= MINUTE) {
        windows.delete(client);
        const [oldest] = windows.keys();
        if (oldest !== undefined && windows.size >= MOST_CLIENTS) windows.delete(oldest);
        windows.set(client, { begun: now, count: 1 });
        return null;
      }
      known.count += 1;
      return known.count > requestsAMinute ? Math.ceil((known.begun + MINUTE - now) / 1000) : null;
    },
  };
}
