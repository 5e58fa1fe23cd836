/** ASCII that folding leaves alone once it is in lower case: everything but apostrophes and hyphens. */
const PLAIN = /^[ -&(-,./0-9a-z]*$/;
const ASCII = /^[ -~]*$/;
const ARABIC = /[\u0600-\u06ff]/;
const MARKS = /[\p{M}\u0640'’‘ʼʿʾ`]/gu;
const JOINTS = /[-‐‑\s]+/g;

/**
 * The key under which spellings of one name meet. Latin: lower case, without accents and apostrophes, hyphens as
 * spaces (`Ba’ath` = `Baath`, `al-Qaeda` = `Al Qaeda`). Arabic: without vowel signs and tatweel, one alef, ya for alef
 * maqsura, ha for ta marbuta, bare carriers of hamza. Its length may differ from the name's: no use for positions.
 */
export function foldName(name: string): string {
  const lower = name.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  if (ASCII.test(lower)) return lower.replace(/['`]/g, '').replace(JOINTS, ' ');
  const folded = lower.normalize('NFKD').replace(MARKS, '').replace(JOINTS, ' ');
  return ARABIC.test(folded) ? foldArabicLetters(folded) : folded;
}

/** NFKD has parted alef, waw and ya from their hamza already. */
function foldArabicLetters(text: string): string {
  return text.replace(/ٱ/g, 'ا').replace(/[ىی]/g, 'ي').replace(/ة/g, 'ه').replace(/ک/g, 'ك');
}
