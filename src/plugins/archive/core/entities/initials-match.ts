const ARTICLE = /^(?:al|el|as|ad|ar|an|at|ash|az)-/i;
const SMALL = new Set(['of', 'the', 'and', 'for', 'in', 'on', 'de', 'la', 'du', 'des']);
const MOST_LETTERS = 8;

/** Whether `short` is an acronym of `long`: `IRGC` of `Islamic Revolutionary Guard Corps`. One initial may be missing of three. */
export function initialsMatch(short: string, long: string): boolean {
  const letters = short.replace(/\./g, '');
  if (letters.length < 2 || letters.length > MOST_LETTERS || !/^\p{Lu}+$/u.test(letters)) return false;
  if (long.length > 160 || !/[\s-]/.test(long)) return false;
  const words = long.split(/\s+/).flatMap((word) => word.replace(ARTICLE, '').split('-'));
  let matched = 0;
  for (const word of words) {
    if (matched < letters.length && letters.charAt(matched) === word.charAt(0).toUpperCase()) {
      if (!SMALL.has(word) || matched > 0) matched += 1;
    }
  }
  return matched === letters.length || (letters.length - matched === 1 && matched >= 3);
}
