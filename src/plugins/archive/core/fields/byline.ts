import { isCaseless, isNameWord, wordsOf } from './name-words';

const LONGEST_LINE = 160;
const MOST_WORDS = 9;

/** `By Jane Roe`, `Von Hans Beispiel`, `Autor: ...`, `بقلم ...` at the start of a line. */
const OPENING =
  /^(?:(?:posted|written|published|reported|words|story|text|geschrieben|veröffentlicht|erstellt|verfasst|publié|écrit|rédigé|publicado|escrito|scritto|pubblicato)\s)?(?:by|von|par|por|di|door|av|af|autor(?:in|en|es)?|autore|auteur|author|redakteur(?:in)?|redacteur|reporter|كتبت?|بقلم|إعداد|تحرير)(?:\s*:\s*|\s+)(\S.*)$/iu;
/** Within a line that also has a date: `October 19, 2019 by IWB`, `am 23. Januar 2020 von Karl Muster`. */
const WITHIN = /[\s\p{N},|•·](?:by|von|par|por|door|autor:|author:|بقلم)\s+(\S.*)$/iu;

/** Ends the name: a date, another fact of the line, a bracket. */
const NAME_END = /\s*(?:[|•·/–—<(\[]|\s-\s|,|;|\p{N}|\s(?:on|am|le|el|il|op|den|in|at|updated|posted|kategorien?|category|categories|kommentare?|comments?|für|vom|um|unter|i|für)(?=\s|:|$))/iu;

/** The author that a byline names, with its first word's place left to the caller; null where it is no byline. */
export function authorIn(line: string, hasDate: boolean): string | null {
  if (line.length > LONGEST_LINE) return null;
  const opening = OPENING.exec(line)?.[1];
  if (opening !== undefined) return nameAtStart(opening);
  const within = hasDate ? WITHIN.exec(line)?.[1] : undefined;
  return within === undefined ? null : nameAtStart(within);
}

/** A line that is a name and nothing else, as sites set under a headline: `Steven Beispiel`. */
export function isNameOnly(line: string): boolean {
  const words = wordsOf(line);
  if (words.length < 2 || words.length > 4 || /[\p{N}.!?:,;|"“”()@#&/]/u.test(line.replace(/\b\p{Lu}\. /gu, ''))) return false;
  return !isCaseless(line) && words.every((word) => isNameWord(word)) && /^\p{Lu}\p{Ll}/u.test(words[0] ?? '');
}

/** Cuts a name off at the date or bracket that follows it; null where what is left is not a name. */
export function nameAtStart(text: string): string | null {
  const end = NAME_END.exec(text)?.index ?? text.length;
  const name = text.slice(0, end).replace(/[.:,]+$/u, '').trim();
  const words = wordsOf(name);
  if (words.length === 0 || words.length > MOST_WORDS || name.length > 80) return null;
  if (/[!?؟"“”]/u.test(name)) return null;
  const [first = ''] = words;
  const named = words.filter(isNameWord).length;
  return (isNameWord(first) || words.length === 1) && named === words.length ? name : null;
}
