const MARKS = /[\p{M}\u0640'’‘ʼʿʾ`]/gu;
const PLAIN = /^[a-z0-9 ]*$/;

/**
 * The key under which spellings of one name meet. Latin: lower case, without accents and apostrophes
 * (`Ba’ath` = `Baath`). Arabic: without vowel signs and tatweel, one alef, ya for alef maqsura, ha for ta marbuta,
 * bare carriers of hamza. Its length may differ from the name's: never use it for positions.
 */
export function foldName(name: string): string {
  const lower = name.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/ؤ/g, 'و')
    .replace(/ئ/g, 'ي')
    .replace(/ک/g, 'ك')
    .replace(/ی/g, 'ي');
}
