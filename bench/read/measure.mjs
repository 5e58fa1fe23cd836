/** Times requests to a running site, one after another. */
import { summary } from '../percentile.mjs';

const WARMING = 3;

/** At most `count` requests of each sort, fewer where they are so slow that `seconds` are over. */
export async function measure(url, requests, way, { count, seconds, token, say }) {
  const results = [];
  for (const request of requests) {
    const ask = async (n) => {
      const headers = request.admin ? { authorization: `Bearer ${token}` } : {};
      const begun = performance.now();
      const answer = await fetch(`${url}${request[way](n)}`, { headers }).catch((error) => {
        throw new Error(`${request[way](n)} was not answered: ${error.cause?.message ?? error.message}`);
      });
      const body = await answer.text();
      if (!answer.ok) throw new Error(`${request[way](n)} gave ${answer.status}: ${body.slice(0, 300)}`);
      return performance.now() - begun;
    };
    const begun = performance.now();
    const isOver = () => performance.now() - begun > seconds * 1000;
    for (let n = 0; n < WARMING && !isOver(); n += 1) await ask(n);
    const times = [];
    while (times.length < count && (times.length === 0 || !isOver()))
      times.push(await ask(WARMING + times.length));
    results.push({ what: request.what, ...summary(times) });
    say(`  ${way}, ${request.what}: ${results.at(-1).p95} ms (p95 of ${times.length})`);
  }
  return results;
}
