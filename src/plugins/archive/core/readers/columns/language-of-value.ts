import { fold } from '../../text/fold';

const NAMES: ReadonlyMap<string, string> = new Map(
  (
    [
      ['en', 'english,eng,الإنجليزية,انجليزي,إنجليزية'],
      ['ar', 'arabic,ara,العربية,عربي,عربية'],
      ['fr', 'french,fra,fre,francais,الفرنسية'],
      ['de', 'german,deu,ger,deutsch'],
      ['es', 'spanish,spa,espanol'],
      ['fa', 'persian,farsi,fas,per,الفارسية'],
      ['he', 'hebrew,heb,العبرية'],
      ['tr', 'turkish,tur,turkce,التركية'],
      ['ku', 'kurdish,kur,الكردية'],
      ['ru', 'russian,rus'],
      ['pt', 'portuguese,por'],
      ['it', 'italian,ita'],
    ] as const
  ).flatMap(([code, names]) => names.split(',').map((name) => [fold(name), code] as const)),
);

/** `en_GB`, `English`, `العربية` as BCP 47; null where it is no language that is known. */
export function languageOfValue(value: string): string | null {
  const named = NAMES.get(fold(value));
  if (named !== undefined) return named;
  const code = value.trim().replaceAll('_', '-');
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(code) ? canonical(code) : null;
}

function canonical(code: string): string {
  const [language = '', ...rest] = code.split('-');
  return [language.toLowerCase(), ...rest.map(subtag)].join('-');
}

function subtag(tag: string): string {
  if (tag.length === 2) return tag.toUpperCase();
  return tag.length === 4 ? tag.charAt(0).toUpperCase() + tag.slice(1).toLowerCase() : tag.toLowerCase();
}
