import type { Found } from '../../evidence';

/** What databases call languages, and their BCP 47 codes. */
const CODES: ReadonlyMap<string, string> = new Map([
  ['english', 'en'],
  ['arabic', 'ar'],
  ['french', 'fr'],
  ['german', 'de'],
  ['spanish', 'es'],
  ['portuguese', 'pt'],
  ['italian', 'it'],
  ['dutch', 'nl'],
  ['russian', 'ru'],
  ['turkish', 'tr'],
  ['persian', 'fa'],
  ['farsi', 'fa'],
  ['hebrew', 'he'],
  ['chinese', 'zh'],
  ['japanese', 'ja'],
  ['korean', 'ko'],
  ['polish', 'pl'],
  ['swedish', 'sv'],
  ['danish', 'da'],
  ['norwegian', 'no'],
  ['greek', 'el'],
]);

/** `ENGLISH` -> `en`, `French; FRANÇAIS` -> `fr`; null where the name is not known, so that the text tells. */
export function languageNamed(name: Found | null): Found | null {
  const code = name === null ? undefined : CODES.get((name.value.split(/[;,(\s]/, 1)[0] ?? '').toLowerCase());
  return name === null || code === undefined ? null : { ...name, value: code };
}
