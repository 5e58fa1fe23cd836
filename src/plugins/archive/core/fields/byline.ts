import type { Span } from '../span';
import { bareName, isNameOnly, isNewsroom } from './lone-name';
import { isNameWord, wordsOf } from './name-words';

const STARTS_NAME = /^[\p{Lu}\p{Lo}]/u;
const LONGEST_LINE = 160;
const MOST_WORDS = 9;

/** `By Jane Roe`, `Von Hans Beispiel`, `Autor: ...`, `بقلم ...` at the start of a line. */
const OPENING =
  /^(?:(?:posted|written|published|reported|words|story|text|geschrieben|veröffentlicht|erstellt|verfasst|publié|écrit|rédigé|publicado|escrito|scritto|pubblicato)\s)?(?:by|von|par|por|di|door|av|af|autor(?:in|en|es)?|autore|auteur|author|redakteur(?:in)?|redacteur|reporter|كتبت?|بقلم|إعداد|تحرير)(?:\s*:\s*|\s+)(\S.*)$/iu;
/** Within a line that also has a date: `October 19, 2019 by IWB`, `am 23. Januar 2020 von Karl Muster`. */
const WITHIN = /[\s\p{N},|•·](?:by|von|par|por|door|autor:|author:|بقلم)\s+(\S.*)$/iu;
/** `Posted on28. Juli 2019AuthorKarl Muster4 Kommentare`: a theme that set its facts apart by colour alone. */
const GLUED =
  /[\p{N}\s](?:Author|Autor(?:in)?)(\p{Lu}\p{L}+(?:[ -]\p{Lu}\p{L}+){0,3}?)(?=\p{N}|\p{Lu}|\s*$)/u;

/** Ends the name: a date, another fact of the line, a bracket. */
const NAME_END =
  /\s*(?:[|•·/–—<(\[]|\s-\s|,|;|\p{N}|@|\s(?:updated|posted|published|last|share|says|sagt|tagged|kategorien?|category|categories|kommentare?|comments?|teilen|zuletzt|aktualisiert|für|vom|unter)(?=\s|:|$))/iu;
/** Small words that follow a name; with a capital some of them belong to names, as in `Le Clerc`. */
const SMALL_END = /\s(?:on|On|am|le|el|il|op|den|in|In|at|At|um)(?=\s|:|$)/u;

/** The author that a byline names; null where it is no byline. `date`: where the line also tells a date, if it does. */
export function authorIn(line: string, date: Span | null): string | null {
  if (line.length > LONGEST_LINE) return null;
  const opening = OPENING.exec(line)?.[1];
  if (opening !== undefined) return nameAtStart(opening, date !== null);
  if (date === null) return null;
  const within = WITHIN.exec(line)?.[1];
  if (within !== undefined) return nameAtStart(within, true);
  return GLUED.exec(line)?.[1] ?? nameBeside(line, date);
}

/** `Karl Muster am 18. September 2019`, `21. Jan 2022 // Karl Muster`, `Redaktion - 31. Januar 2022`. */
function nameBeside(line: string, date: Span): string | null {
  const ahead = line.slice(0, date.start).replace(/(?:^|\s)(?:am|on|le|el|il|vom|den|at)\s*$/iu, '');
  const before = bareName(ahead.replace(BORDER_END, ''));
  if (isByItself(before) || (ahead.trimEnd() !== before && isUserName(before))) return before;
  if (isCamelCase(before)) return before;
  const rest = line.slice(date.end);
  const after = rest.replace(BORDER_START, '');
  const name = after === rest ? null : nameAtStart(after, false);
  return name !== null && isByItself(name) ? name : null;
}

const BORDER_END = /[\s,|•·/–—~:-]+$/u;
const BORDER_START = /^[\s,]{0,5}[|•·/–—~-]{1,3}\s{0,5}/u;

function isByItself(name: string): boolean {
  return isNewsroom(name) || isNameOnly(name);
}

/** `rdunmere — 2 February 2022`: no word of a date line, no section or place begins in lower case before a mark. */
function isUserName(name: string): boolean {
  return /^[a-z][a-z0-9_.]{4,20}$/.test(name) && !USUAL.has(name);
}

const USUAL: ReadonlySet<string> = new Set(
  'posted published updated written created added comments kommentare aktualisiert veröffentlicht publicado publié pubblicato stand datum date zuletzt views shares'.split(
    ' ',
  ),
);

function isCamelCase(name: string): boolean {
  return /^\p{Lu}\p{Ll}{2,}\p{Lu}\p{Ll}{2,}$/u.test(name);
}

/**
 * Cuts a name off at the date or bracket that follows it; null where what is left is not a name. `user`: a single word
 * in lower case may be a user's name.
 */
export function nameAtStart(text: string, user: boolean): string | null {
  const ends = [NAME_END.exec(text)?.index, SMALL_END.exec(text)?.index].filter((end) => end !== undefined);
  const name = bareName(
    text
      .slice(0, Math.min(text.length, ...ends))
      .replace(/[.:,]+$/u, '')
      .trim(),
  );
  const words = wordsOf(name);
  if (words.length === 0 || words.length > MOST_WORDS || name.length > 80) return null;
  if (/[!?؟"“”]/u.test(name)) return null;
  const [first = ''] = words;
  const named = words.filter(isNameWord).length;
  if (user && words.length === 1) return name;
  return STARTS_NAME.test(first) && named === words.length ? name : null;
}
