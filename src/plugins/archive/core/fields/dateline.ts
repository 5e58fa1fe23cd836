import { isAllCapitals, isCaseless, isNameWord, wordsOf } from './name-words';

export interface Dateline {
  /** The place alone: `PORT SEFINA`, `Riyadh`, `QARNAY and TEL MARUN`. */
  readonly place: string;
  /** Where the body begins in the paragraph. */
  readonly bodyAt: number;
  /** What ended it, such as `- `. */
  readonly separator: string;
}

export interface DatelineOptions {
  /** The paper's own separators; without them the common ones are tried, with more caution. */
  readonly separators: readonly string[];
  /** Whether a place is in the gazetteer; asked only where the paper's habit is unknown. */
  readonly isKnownPlace: (place: string) => boolean;
}

export const COMMON_DATELINE_SEPARATORS = [' - ', ' – ', ' — ', '- ', '– ', '— ', '—', ' -- ', ': '];
/** In characters, date and agency included: `PORT SEFINA, March 3 (Meridian Press Service) - `. */
const LONGEST = 90;
const MOST_WORDS = 6;
const MOST_WORDS_BEFORE_COLON = 3;

/**
 * The dateline that opens a paragraph, or null.
 *
 *     Riyadh- Palestinian sources ...        TOWN, March 3 (MPS) - Crews ...
 *     DAHR AL-LOUZ — More than ...           المنامة: طالبت جمعية ...
 *
 * `one very patient mayor - but` is prose: the words before the separator are not all names.
 */
export function datelineOf(paragraph: string, options: DatelineOptions): Dateline | null {
  const known = options.separators.length > 0;
  const cut = earliestSeparator(paragraph, known ? options.separators : COMMON_DATELINE_SEPARATORS);
  if (cut === null) return null;
  const bodyAt = cut.at + cut.separator.length;
  if (!/^[\p{L}\p{N}"'“‘«„(\[]/u.test(paragraph.slice(bodyAt).trimStart())) return null;
  const before = paragraph.slice(0, cut.at).trim();
  const place = placeOf(before);
  if (!isPlaceLike(place, cut.separator)) return null;
  const certain = known || place !== before || isAllCapitals(place) || options.isKnownPlace(place);
  return certain ? { place, bodyAt, separator: cut.separator } : null;
}

function earliestSeparator(paragraph: string, separators: readonly string[]) {
  const head = paragraph.slice(0, LONGEST + 4);
  let best: { at: number; separator: string } | null = null;
  for (const separator of separators) {
    const at = head.indexOf(separator);
    if (at <= 0) continue;
    const longer = best !== null && at === best.at && separator.length > best.separator.length;
    if (best === null || at < best.at || longer) best = { at, separator };
  }
  return best;
}

/** `PORT SEFINA, March 3 (MPS)` -> `PORT SEFINA`: the agency and the day are left out. */
function placeOf(before: string): string {
  const open = before.endsWith(')') ? before.lastIndexOf('(') : -1;
  const withoutAgency = open > 0 ? before.slice(0, open).trim() : before;
  const parts = withoutAgency.split(/[,،]/);
  const dated = parts.findIndex((part) => /\p{N}/u.test(part));
  return (dated > 0 ? parts.slice(0, dated).join(',') : withoutAgency).trim();
}

function isPlaceLike(place: string, separator: string): boolean {
  const words = wordsOf(place);
  const most = separator.trim() === ':' ? MOST_WORDS_BEFORE_COLON : MOST_WORDS;
  if (words.length === 0 || words.length > most || /[\p{N}!?؟;:"“”«»()]/u.test(place)) return false;
  if (isCaseless(place) && SAYING.has(words[0] ?? '')) return false;
  if (words.length > 1 && /\p{Ll}{3}\. /u.test(place)) return false;
  const first = words[0] ?? '';
  return (
    isNameWord(first) && !/^\p{Ll}+$/u.test(first) && words.every((word) => isNameWord(word) || word === '/')
  );
}

/** Verbs that open a quotation, not places: `قال: ...`. */
const SAYING: ReadonlySet<string> = new Set('قال وقال قالت وقالت أضاف وأضاف يقول سؤال جواب س ج'.split(' '));
