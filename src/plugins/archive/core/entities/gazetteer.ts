import type { EntityKind, EntityMention } from '../draft-article';
import { isArabicLetter, readings, unitsOfLetters } from './arabic-clitics';
import { nameTokens, type NameToken } from './name-tokens';

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

/** Names compiled for look-up by their words. */
export interface Gazetteer {
  /** By folded words, joined by spaces. */
  readonly aliases: ReadonlyMap<string, Alias>;
  /** The most words of any name that starts with this one. */
  readonly longestFrom: ReadonlyMap<string, number>;
  readonly faults: readonly GazetteerFault[];
}

/** A mention with the records it can stand for; several where records share the name. */
export interface GazetteerMention extends EntityMention {
  readonly ids: readonly string[];
}

const MOST_WORDS = 12;

/** Compiles names for look-up. Names are text, never patterns; those that cannot be used come back as faults. */
export function compileGazetteer(entries: readonly GazetteerEntry[]): Gazetteer {
  const aliases = new Map<string, Alias>();
  const longestFrom = new Map<string, number>();
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
      longestFrom.set(first, Math.max(longestFrom.get(first) ?? 0, words.length));
      addAlias(aliases, words.join(' '), { id, kind, hasCapital: name !== name.toLowerCase() });
    }
  }
  return { aliases, longestFrom, faults };
}

function faultOf(words: readonly string[]): GazetteerFault['reason'] | null {
  if (words.length > MOST_WORDS) return 'too-long';
  return words.reduce((letters, word) => letters + word.length, 0) < 2 ? 'too-short' : null;
}

function addAlias(aliases: Map<string, Alias>, key: string, entry: Alias['entries'][number]): void {
  const alias = aliases.get(key);
  if (alias === undefined) aliases.set(key, { entries: [entry] });
  else if (!alias.entries.some((known) => known.id === entry.id)) alias.entries.push(entry);
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
  const tokens = nameTokens(text, Math.max(0, from), Math.min(to, text.length));
  const mentions: GazetteerMention[] = [];
  for (let at = 0; at < tokens.length; ) {
    const match = matchAt(gazetteer, text, tokens, at);
    if (match !== null) mentions.push(match.mention);
    at += match?.words ?? 1;
  }
  return mentions;
}

interface Match {
  readonly mention: GazetteerMention;
  readonly words: number;
}

function matchAt(gazetteer: Gazetteer, text: string, tokens: readonly NameToken[], at: number): Match | null {
  const first = tokens[at];
  if (first === undefined) return null;
  // Most words start no name: no readings for them.
  if (!isArabicLetter(first.folded.charCodeAt(0)) && !gazetteer.longestFrom.has(first.folded)) return null;
  for (const { folded, cut } of readings(first.folded)) {
    const longest = gazetteer.longestFrom.get(folded);
    if (longest === undefined) continue;
    const start =
      cut === 0 ? first.start : first.start + unitsOfLetters(text.slice(first.start, first.end), cut);
    const match = longestMatch(gazetteer, text, tokens, { at, start, folded, longest });
    if (match !== null) return match;
  }
  return null;
}

interface Opening {
  readonly at: number;
  readonly start: number;
  readonly folded: string;
  readonly longest: number;
}

function longestMatch(
  gazetteer: Gazetteer,
  text: string,
  tokens: readonly NameToken[],
  opening: Opening,
): Match | null {
  let key = opening.folded;
  let best: Match | null = null;
  for (let words = 1; words <= opening.longest; words++) {
    const last = tokens[opening.at + words - 1];
    if (last === undefined || (words > 1 && !hangsTogether(text, tokens[opening.at + words - 2], last)))
      break;
    if (words > 1) key += ` ${last.folded}`;
    const alias = gazetteer.aliases.get(key);
    const mention =
      alias === undefined
        ? null
        : mentionOf(alias, text, opening.start, withDot(text, opening.start, last.end));
    if (mention !== null) best = { mention, words };
  }
  return best;
}

/** `U.S.` keeps its last stop. */
function withDot(text: string, start: number, end: number): number {
  return text[end] === '.' && text[end - 2] === '.' && end - 2 > start ? end + 1 : end;
}

/** One white space, hyphen, stop or the like between words; never a blank line, a possessive or more. */
function hangsTogether(text: string, earlier: NameToken | undefined, later: NameToken): boolean {
  if (earlier === undefined || later.start - earlier.end > 4) return false;
  return !/[,;:!?()\[\]{}|"“”«»،؛؟’']|\n\s*\n/.test(text.slice(earlier.end, later.start));
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
