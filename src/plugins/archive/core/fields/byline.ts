import type { Span } from '../span';
import { isCaseless, isNameWord, wordsOf } from './name-words';

const STARTS_NAME = /^[\p{Lu}\p{Lo}]/u;
const LONGEST_LINE = 160;
const MOST_WORDS = 9;

/** `By Jane Roe`, `Von Hans Beispiel`, `Autor: ...`, `بقلم ...` at the start of a line. */
const OPENING =
  /^(?:(?:posted|written|published|reported|words|story|text|geschrieben|veröffentlicht|erstellt|verfasst|publié|écrit|rédigé|publicado|escrito|scritto|pubblicato)\s)?(?:by|von|par|por|di|door|av|af|autor(?:in|en|es)?|autore|auteur|author|redakteur(?:in)?|redacteur|reporter|كتبت?|بقلم|إعداد|تحرير)(?:\s*:\s*|\s+)(\S.*)$/iu;
/** Within a line that also has a date: `October 19, 2019 by IWB`, `am 23. Januar 2020 von Karl Muster`. */
const WITHIN = /[\s\p{N},|•·](?:by|von|par|por|door|autor:|author:|بقلم)\s+(\S.*)$/iu;

/** Ends the name: a date, another fact of the line, a bracket. */
const NAME_END =
  /\s*(?:[|•·/–—<(\[]|\s-\s|,|;|\p{N}|@|\s(?:on|am|le|el|il|op|den|in|at|updated|posted|says|sagt|tagged|kategorien?|category|categories|kommentare?|comments?|für|vom|um|unter)(?=\s|:|$))/iu;

/** The author that a byline names; null where it is no byline. `date`: where the line also tells a date, if it does. */
export function authorIn(line: string, date: Span | null): string | null {
  if (line.length > LONGEST_LINE) return null;
  const opening = OPENING.exec(line)?.[1];
  if (opening !== undefined) return nameAtStart(opening, date !== null);
  if (date === null) return null;
  const within = WITHIN.exec(line)?.[1];
  return within === undefined ? nameBeside(line, date) : nameAtStart(within, true);
}

/** `Karl Muster am 18. September 2019`, `21. Jan 2022 // Karl Muster`, `Redaktion - 31. Januar 2022`. */
function nameBeside(line: string, date: Span): string | null {
  const before = line
    .slice(0, date.start)
    .replace(/(?:^|\s)(?:am|on|le|el|il|vom|den|at)\s*$/iu, '')
    .replace(BORDER_END, '');
  if (isByItself(before)) return before;
  const rest = line.slice(date.end);
  const after = rest.replace(BORDER_START, '');
  const name = after === rest ? null : nameAtStart(after, false);
  return name !== null && isByItself(name) ? name : null;
}

const BORDER_END = /[\s,|•·/–—~:-]+$/u;
const BORDER_START = /^[\s,]{0,5}[|•·/–—~-]{1,3}\s{0,5}/u;

/** The newsroom signs as such. */
const NEWSROOM =
  /^(?:(?:die )?redaktion|redacci[oó]n|la r[ée]daction|redazione|redactie|staff|staff (?:writer|reporter))$/iu;

function isByItself(name: string): boolean {
  return NEWSROOM.test(name) || isNameOnly(name);
}

/** A line that is a name and nothing else, as sites set under a headline: `Steven Beispiel`. */
export function isNameOnly(line: string): boolean {
  if (line.length > 60) return false;
  if (NEWSROOM.test(line)) return true;
  const words = wordsOf(line);
  if (
    words.length < 2 ||
    words.length > 4 ||
    /[\p{N}.!?:,;|"“”()@#&/]/u.test(line.replace(/\b\p{Lu}\. /gu, ''))
  )
    return false;
  return (
    !isCaseless(line) && words.every((word) => isNameWord(word)) && /^\p{Lu}\p{Ll}/u.test(words[0] ?? '')
  );
}

/**
 * Cuts a name off at the date or bracket that follows it; null where what is left is not a name. `user`: a single word
 * in lower case may be a user's name.
 */
function nameAtStart(text: string, user: boolean): string | null {
  const end = NAME_END.exec(text)?.index ?? text.length;
  const name = text
    .slice(0, end)
    .replace(/[.:,]+$/u, '')
    .trim();
  const words = wordsOf(name);
  if (words.length === 0 || words.length > MOST_WORDS || name.length > 80) return null;
  if (/[!?؟"“”]/u.test(name)) return null;
  const [first = ''] = words;
  const named = words.filter(isNameWord).length;
  if (user && words.length === 1) return name;
  return STARTS_NAME.test(first) && named === words.length ? name : null;
}
