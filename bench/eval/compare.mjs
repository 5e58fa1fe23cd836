/** How answers are compared with the truth. What is made equal here is layout and typography, never wording. */

const QUOTES = /[‘’‚‛′‹›`´ʼ]/gu;
const DOUBLE_QUOTES = /[“”„‟″«»]|''/gu;
const DASHES = /[‐‑‒–—―−]/gu;
/** Soft hyphens, marks of direction, zero-width spaces. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/gu;

function alike(text) {
  return text
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(DOUBLE_QUOTES, '"')
    .replace(QUOTES, "'")
    .replace(DASHES, '-')
    .replace(/…/gu, '...');
}

/** For titles and names: also one space for many, and no regard to letter case. */
export const line = (text) =>
  alike(text ?? '')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase();

/** For passages: white space left out, since every program breaks lines elsewhere. */
export const passage = (text) => alike(text ?? '').replace(/\s+/gu, '');

export const sameTitle = (found, truth) => found !== null && line(found) === line(truth);

const names = (text) =>
  line(text)
    .replace(/^(?:by|von|par|por|di|door|autor(?:in)?|author)\s*:?\s+/u, '')
    .split(/\s*(?:,|;|&|\/|\||\s(?:und|and|y|et|e|en)\s)\s*/u)
    .filter((name) => name !== '')
    .sort();

/** The same names, in whatever order and however joined; a `by` before them does not count. */
export function sameAuthor(found, truth) {
  const wanted = names(Array.isArray(truth) ? truth.join(', ') : truth);
  const given = names(found ?? '');
  return wanted.length > 0 && wanted.length === given.length && wanted.every((name, n) => name === given[n]);
}

export const sameDay = (found, truth) => found === truth;

/** Words two texts share, as share of all words of both (Dice), each word as often as it stands. */
export function overlap(one, other) {
  const count = (text) => {
    const counts = new Map();
    for (const word of alike(text ?? '').split(/\s+/u))
      if (word) counts.set(word, (counts.get(word) ?? 0) + 1);
    return counts;
  };
  const [left, right] = [count(one), count(other)];
  let shared = 0;
  for (const [word, times] of left) shared += Math.min(times, right.get(word) ?? 0);
  const sum = (counts) => [...counts.values()].reduce((total, times) => total + times, 0);
  const all = sum(left) + sum(right);
  return all === 0 ? 1 : (2 * shared) / all;
}
