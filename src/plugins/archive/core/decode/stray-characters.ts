/** Letters that stand alone as words in languages of western Europe: `il va à Paris`, `o mundo é grande`. */
const ONE_LETTER_WORDS = 'àÀáÁâÂéÉèÈêÊíÍìÌîóÓòÒôÔöÖúÚùÙýÝåÅæÆøØñÑüÜªº';
/** In a text with hardly any other non-ASCII character these are damage: 0xFF, 0xFE, spacing accents. */
const UNLIKELY = 'ÿþÞðÐ¤¦¬¸¯¨√∫∂∑∏≈∆◊\u02c6\u02c7\u02d8\u02d9\u02da\u02db\u02dc\u02dd\u0192\ufffd';

/**
 * Whether the few non-ASCII characters of a text decoded from a single-byte encoding make no sense where they stand,
 * so that the bytes are damage rather than another encoding: `x\xFFy` does not, `caf\xE9` does.
 * True when at least half make no sense.
 */
export function areStray(text: string): boolean {
  return senselessShare(text) >= 0.5;
}

/** The share of a text's non-ASCII characters, 0 to 1, that make no sense beside their neighbours. */
export function senselessShare(text: string): number {
  let all = 0;
  let senseless = 0;
  for (const match of text.matchAll(/[^\x00-\x7f]/gu)) {
    const [character] = match;
    const before = text.charAt(match.index - 1);
    all += 1;
    if (!fits(character, before, text.charAt(match.index + character.length))) senseless += 1;
  }
  return all === 0 ? 0 : senseless / all;
}

function fits(character: string, before: string, after: string): boolean {
  if (UNLIKELY.includes(character) || /[\u0080-\u009f]/.test(character)) return false;
  if (!/\p{L}/u.test(character)) return character !== '€' || before !== 'â';
  const previous = /\p{L}/u.test(before) ? before : '';
  const next = /\p{L}/u.test(after) ? after : '';
  if (previous === '' && next === '') return ONE_LETTER_WORDS.includes(character) || !isLatin(character);
  return (
    [previous, next].every((letter) => letter === '' || isLatin(letter) === isLatin(character)) &&
    caseFits(character, previous, next)
  );
}

/** `É` inside `cafÉ` and `é` inside `CAFéS` do not fit; `École` and `CAFÉ` do. */
function caseFits(character: string, previous: string, next: string): boolean {
  if (isUpper(character)) return !isLower(previous);
  if (isLower(character)) return !(isUpper(previous) && isUpper(next));
  return true;
}

const isLatin = (letter: string): boolean => /\p{Script=Latin}/u.test(letter);
const isUpper = (letter: string): boolean => /\p{Lu}/u.test(letter);
const isLower = (letter: string): boolean => /\p{Ll}/u.test(letter);
