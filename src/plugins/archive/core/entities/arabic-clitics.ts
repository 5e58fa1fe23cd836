/** A reading of an Arabic word: what is left when particles written onto it are taken off. */
export interface Reading {
  readonly folded: string;
  /** Letters to leave out at the front. */
  readonly cut: number;
}

const CONJUNCTIONS = 'وف';
const PREPOSITIONS = 'بلك';
const LEAST_REST = 3;

/** Whether a UTF-16 unit is of the Arabic block. */
export function isArabicLetter(unit: number): boolean {
  return unit >= 0x0600 && unit <= 0x06ff;
}

/** All readings of a folded word, the whole word first: `وبالقاهره` -> itself, `بالقاهره`, `القاهره`. */
export function readings(folded: string): readonly Reading[] {
  const whole: Reading = { folded, cut: 0 };
  if (!isArabicLetter(folded.charCodeAt(0)) || folded.length <= LEAST_REST) return [whole];
  const bare = [whole];
  const rest = without(whole, CONJUNCTIONS);
  if (rest !== null) bare.push(rest);
  return bare.flatMap((reading) => [reading, ...withoutPreposition(reading)]);
}

function withoutPreposition(reading: Reading): Reading[] {
  // `للقاهره` is `ل` + `القاهره`, written without the alef: no cut would leave the name, so the span keeps both.
  if (reading.folded.startsWith('لل') && reading.folded.length > LEAST_REST + 1) {
    return [{ folded: `ا${reading.folded.slice(1)}`, cut: reading.cut }];
  }
  const rest = without(reading, PREPOSITIONS);
  return rest === null ? [] : [rest];
}

function without(reading: Reading, letters: string): Reading | null {
  const isPrefixed = letters.includes(reading.folded.charAt(0)) && reading.folded.length > LEAST_REST;
  return isPrefixed ? { folded: reading.folded.slice(1), cut: reading.cut + 1 } : null;
}

/** How many UTF-16 units the first `letters` letters of a word take, with the vowel signs and tatweel on them. */
export function unitsOfLetters(word: string, letters: number): number {
  let at = 0;
  for (let letter = 0; letter < letters && at < word.length; letter++) {
    at++;
    while (at < word.length && /[\p{M}\u0640]/u.test(word.charAt(at))) at++;
  }
  return at;
}
