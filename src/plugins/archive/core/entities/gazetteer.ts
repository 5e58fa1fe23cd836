import type { EntityKind, EntityMention } from '../draft-article';
import { isArabicLetter, readings, unitsOfLetters } from './arabic-clitics';
import { canOpen, noteOpening, OPENINGS } from './gazetteer-openings';
import { behindWord, nameTokens, tokenAt, tokenEnd, wordStart, type NameToken } from './name-tokens';

/** An authority record with all its names. */
export interface GazetteerEntry {
  readonly id: string;
  readonly kind: EntityKind;
  readonly names: readonly string[];
}

/** A name that was not taken in: it would match everywhere, or nowhere. */
export interface GazetteerFault {
  readonly id: string;
  readonly name: string;
  readonly reason: 'too-short' | 'too-long';
}

interface Alias {
  readonly entries: { readonly id: string; readonly kind: EntityKind; readonly hasCapital: boolean }[];
}

/** The names that open with one word. */
interface NamesFrom {
  /** The name that is this word alone. */
  alone: Alias | null;
  /** By the folded words behind it, joined by spaces; null where no name goes on. */
  longer: Map<string, Alias> | null;
  /** Words of the longest. */
  longest: number;
}

/** Names compiled for look-up by their words. */
export interface Gazetteer {
  /** By the folded first word. */
  readonly byFirst: ReadonlyMap<string, NamesFrom>;
  /** First letters of the names, so that most words need no look-up. */
  readonly openings: Uint8Array;
  readonly faults: readonly GazetteerFault[];
}

/** A mention with the records it can stand for; several where records share the name. */
export interface GazetteerMention extends EntityMention {
  readonly ids: readonly string[];
}

const MOST_WORDS = 12;
const LONGEST_PARTICLE = 4;

/** Compiles names for look-up. Names are text, never patterns; those that cannot be used come back as faults. */
export function compileGazetteer(entries: readonly GazetteerEntry[]): Gazetteer {
  const byFirst = new Map<string, NamesFrom>();
  const openings = new Uint8Array(OPENINGS);
  const faults: GazetteerFault[] = [];
  for (const { id, kind, names } of entries) {
    for (const name of names) {
      const words = nameTokens(name, 0, name.length).map((token) => token.folded);
      const reason = faultOf(words);
      if (reason !== null) {
        faults.push({ id, name, reason });
        continue;
      }
      const first = words[0] ?? '';
      const hasCapital = name !== name.toLowerCase();
      // `al-Qaeda`, `bin Laden`: particles are printed in lower case; longer words of a name with capitals are not.
      noteOpening(openings, first, !hasCapital || (words.length > 1 && first.length <= LONGEST_PARTICLE));
      addAlias(byFirst, first, words, { id, kind, hasCapital });
    }
  }
  return { byFirst, openings, faults };
}

function faultOf(words: readonly string[]): GazetteerFault['reason'] | null {
  if (words.length > MOST_WORDS) return 'too-long';
  return words.reduce((letters, word) => letters + word.length, 0) < 2 ? 'too-short' : null;
}

function addAlias(
  byFirst: Map<string, NamesFrom>,
  first: string,
  words: readonly string[],
  entry: Alias['entries'][number],
): void {
  const from = byFirst.get(first) ?? { alone: null, longer: null, longest: 0 };
  byFirst.set(first, from);
  from.longest = Math.max(from.longest, words.length);
  const rest = words.slice(1).join(' ');
  if (words.length > 1) from.longer ??= new Map<string, Alias>();
  const alias = words.length === 1 ? from.alone : from.longer?.get(rest);
  if (alias) {
    if (!alias.entries.some((known) => known.id === entry.id)) alias.entries.push(entry);
  } else if (words.length === 1) from.alone = { entries: [entry] };
  else from.longer?.set(rest, { entries: [entry] });
}

/**
 * The known names in `[from, to)`, longest first at each word, sorted and not overlapping; positions in the whole
 * text. Whole words only; spelling folded as in `foldName`, Latin possessives and Arabic clitics left out of the span.
 * A name with capitals is not found in lower case (`turkey`). Linear in the text, whatever the number of names.
 */
export function gazetteerMentions(
  gazetteer: Gazetteer,
  text: string,
  from: number,
  to: number,
): GazetteerMention[] {
  const end = Math.min(to, text.length);
  const mentions: GazetteerMention[] = [];
  for (let start = wordStart(text, Math.max(0, from), end); start < end; ) {
    const match = canOpen(gazetteer.openings, text, start) ? matchAt(gazetteer, text, start, end) : null;
    if (match !== null) mentions.push(match.mention);
    const last = match?.end ?? tokenEnd(text, start, end);
    start = wordStart(text, behindWord(text, last, end), end);
  }
  return mentions;
}

interface Match {
  readonly mention: GazetteerMention;
  /** End of its last word. */
  readonly end: number;
}

function matchAt(gazetteer: Gazetteer, text: string, at: number, to: number): Match | null {
  const first = tokenAt(text, at, to);
  if (!isArabicLetter(first.folded.charCodeAt(0))) {
    const names = gazetteer.byFirst.get(first.folded);
    return names === undefined ? null : longestMatch(names, text, { first, start: at, to });
  }
  for (const { folded, cut } of readings(first.folded)) {
    const names = gazetteer.byFirst.get(folded);
    if (names === undefined) continue;
    const start = cut === 0 ? at : at + unitsOfLetters(text.slice(at, first.end), cut);
    const match = longestMatch(names, text, { first, start, to });
    if (match !== null) return match;
  }
  return null;
}

interface Opening {
  readonly first: NameToken;
  readonly start: number;
  readonly to: number;
}

function longestMatch(names: NamesFrom, text: string, opening: Opening): Match | null {
  let rest = '';
  let last = opening.first;
  let best: Match | null = null;
  for (let words = 1; ; words++) {
    const alias = words === 1 ? names.alone : names.longer?.get(rest);
    const mention =
      alias === undefined || alias === null
        ? null
        : mentionOf(alias, text, opening.start, withDot(text, opening.start, last.end));
    if (mention !== null) best = { mention, end: last.end };
    if (words === names.longest) return best;
    const next = nextInName(text, last, opening.to);
    if (next === null) return best;
    rest = words === 1 ? next.folded : `${rest} ${next.folded}`;
    last = next;
  }
}

/** `U.S.` keeps its last stop. */
function withDot(text: string, start: number, end: number): number {
  return text[end] === '.' && text[end - 2] === '.' && end - 2 > start ? end + 1 : end;
}

const APART = /[,;:!?()\[\]{}|"“”«»،؛؟’']|\n\s*\n/;

/** The word behind another, with one white space, hyphen, stop or the like between; never a blank line or more. */
function nextInName(text: string, earlier: NameToken, to: number): NameToken | null {
  const start = wordStart(text, earlier.end, Math.min(to, earlier.end + 5));
  if (start >= to || start - earlier.end > 4 || APART.test(text.slice(earlier.end, start))) return null;
  return tokenAt(text, start, to);
}

function mentionOf(alias: Alias, text: string, start: number, end: number): GazetteerMention | null {
  const found = text.slice(start, end);
  const lowerCase = found === found.toLowerCase();
  const entries = alias.entries.filter((entry) => !entry.hasCapital || !lowerCase);
  const [first] = entries;
  if (first === undefined) return null;
  const agreed = entries.every((entry) => entry.kind === first.kind);
  const confidence = entries.length === 1 ? 0.9 : 0.6;
  return {
    text: found,
    kind: agreed ? first.kind : null,
    start,
    end,
    confidence,
    ids: entries.map((entry) => entry.id),
  };
}
