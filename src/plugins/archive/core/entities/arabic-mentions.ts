import type { EntityKind, EntityMention } from '../draft-article';
import { readings, unitsOfLetters } from './arabic-clitics';
import * as Words from './arabic-words';
import { foldName } from './fold-name';
import { compileGazetteer, gazetteerMentions } from './gazetteer';
import { nameTokens, type NameToken } from './name-tokens';
import { ARABIC_PLACES } from './places';

const PLACES = compileGazetteer(
  [...ARABIC_PLACES].map((name) => ({ id: name, kind: 'place', names: [name] })),
);

/** `«حماس»` after a head word. */
const QUOTED = /^ ?[«"“”‘']([^«»"“”‘’'\n]{2,40})[»"”“’']/;

/**
 * Mentions in Arabic, which has no capitals: what follows a title or a kind of organization, chains of `بن`, and places
 * of the closed list with clitics taken off. Few, but safe.
 */
export function arabicMentions(
  text: string,
  from: number,
  to: number,
  ignore: readonly string[],
): EntityMention[] {
  const tokens = nameTokens(text, from, to);
  const ignored = new Set(ignore.map(foldName));
  const mentions: EntityMention[] = [...gazetteerMentions(PLACES, text, from, to)].map(withoutIds);
  tokens.forEach((token, at) => {
    const found =
      quotedAfterHead(text, token, to) ??
      organizationAt(text, tokens, at) ??
      personAfterTitle(text, tokens, at) ??
      personByDescent(text, tokens, at);
    if (found !== null) mentions.push(found);
  });
  return mentions.filter((mention) => !ignored.has(foldName(mention.text)));
}

function withoutIds({ text, kind, start, end }: EntityMention): EntityMention {
  return { text, kind, start, end, confidence: 0.85 };
}

function mention(
  text: string,
  start: number,
  end: number,
  kind: EntityKind,
  confidence: number,
): EntityMention {
  return { text: text.slice(start, end), kind, start, end, confidence };
}

/** Where the head word starts, clitics apart, if the token is one of `heads`; null if not. */
function headStart(text: string, token: NameToken, heads: ReadonlySet<string>): number | null {
  const reading = readings(token.folded).find((candidate) => heads.has(candidate.folded));
  return reading === undefined
    ? null
    : token.start + unitsOfLetters(text.slice(token.start, token.end), reading.cut);
}

function quotedAfterHead(text: string, token: NameToken, to: number): EntityMention | null {
  if (!'«"“”‘\''.includes(text.charAt(token.end + 1)) || token.end + 1 >= to) return null;
  if (headStart(text, token, Words.ARABIC_QUOTE_HEADS) === null) return null;
  const quoted = QUOTED.exec(text.slice(token.end, Math.min(to, token.end + 48)))?.[1];
  if (quoted === undefined) return null;
  const start = text.indexOf(quoted, token.end);
  return mention(text, start, start + quoted.length, 'organization', 0.85);
}

/** `حزب البناء الوطني`: the word after the head, and further ones that carry the article as it does. */
function organizationAt(text: string, tokens: readonly NameToken[], at: number): EntityMention | null {
  const head = tokens[at];
  if (head === undefined) return null;
  const start = headStart(text, head, Words.ARABIC_ORGANIZATION_HEADS);
  if (start === null || !isNamePart(text, tokens, at + 1)) return null;
  let last = at + 1;
  if (!isDefinite(tokens[last])) return bareName(text, start, head, tokens[last]);
  while (last < at + 3 && isNamePart(text, tokens, last + 1) && isDefinite(tokens[last + 1])) last++;
  return mention(text, start, tokens[last]?.end ?? head.end, 'organization', 0.65);
}

const BARE_NAME_HEADS: ReadonlySet<string> = new Set(['حركة', 'حزب', 'تنظيم'].map(foldName));

/** `حركة حماس`, `جامعة دمشق`; not `حزب سياسي`, `حركة كبيرة`, where an adjective follows. */
function bareName(
  text: string,
  start: number,
  head: NameToken,
  next: NameToken | undefined,
): EntityMention | null {
  if (next === undefined) return null;
  const ofPlace = head.folded.endsWith('جامعه') && ARABIC_PLACES.has(next.folded);
  const isAdjective = /(?:ه|ي|ات|ين|ون)$/.test(next.folded) || next.folded.length < 3;
  const bare = [...BARE_NAME_HEADS].some((word) => head.folded.endsWith(word)) && !isAdjective;
  return ofPlace || bare ? mention(text, start, next.end, 'organization', ofPlace ? 0.75 : 0.5) : null;
}

/** `الرئيس السوري بشار الأسد` -> `بشار الأسد`: what is definite right after a title says whose it is. */
function personAfterTitle(text: string, tokens: readonly NameToken[], at: number): EntityMention | null {
  const title = tokens[at];
  if (title === undefined || headStart(text, title, Words.ARABIC_TITLES) === null) return null;
  let first = at + 1;
  while (first <= at + 3 && isDefinite(tokens[first]) && isNamePart(text, tokens, first)) first++;
  const last = nameEnd(text, tokens, first);
  const start = tokens[first]?.start;
  const end = tokens[last]?.end;
  return start === undefined || end === undefined || last === first
    ? null
    : mention(text, start, end, 'person', 0.75);
}

/** `أحمد بن طولون`, `معاوية بن أبي سفيان` */
function personByDescent(text: string, tokens: readonly NameToken[], at: number): EntityMention | null {
  const next = tokens[at + 1];
  if (next === undefined || !Words.ARABIC_SON_OF.has(next.folded) || !isNamePart(text, tokens, at + 1))
    return null;
  const token = tokens[at];
  if (
    token === undefined ||
    token.folded.length < 2 ||
    Words.ARABIC_STOP_WORDS.has(token.folded) ||
    !isNamePart(text, tokens, at + 2)
  )
    return null;
  const earlier = tokens[at - 1];
  const opener =
    earlier !== undefined && Words.ARABIC_NAME_OPENERS.has(earlier.folded) && isNamePart(text, tokens, at);
  const last = nameEnd(text, tokens, at);
  return mention(text, opener ? earlier.start : token.start, tokens[last]?.end ?? token.end, 'person', 0.75);
}

const LONGEST_NAME = 7;

/** The last token of the personal name that starts at `first`: two words, more through `بن`, `عبد` and an article. */
function nameEnd(text: string, tokens: readonly NameToken[], first: number): number {
  let last = first;
  if (!isNamePart(text, tokens, first)) return last;
  let parts = 1;
  while (last < first + LONGEST_NAME && isNamePart(text, tokens, last + 1)) {
    const open = isOpen(tokens[last]);
    const joins = open || isOpen(tokens[last + 1]) || (parts === 1 && isDefinite(tokens[last + 1]));
    if (!joins && parts >= 2) break;
    if (!open) parts++;
    last++;
  }
  return isOpen(tokens[last]) ? first : last;
}

/** Something has to follow: `بن`, `عبد`. */
function isOpen(token: NameToken | undefined): boolean {
  return (
    token !== undefined &&
    (Words.ARABIC_SON_OF.has(token.folded) || Words.ARABIC_NAME_OPENERS.has(token.folded))
  );
}

function isDefinite(token: NameToken | undefined): boolean {
  return token !== undefined && token.folded.startsWith('ال') && token.folded.length > 3;
}

/** An Arabic word one space behind the one before it, and none that no name has. */
function isNamePart(text: string, tokens: readonly NameToken[], at: number): boolean {
  const token = tokens[at];
  const earlier = tokens[at - 1];
  if (token === undefined || earlier === undefined || token.start - earlier.end !== 1) return false;
  const isArabic = token.folded.charCodeAt(0) >= 0x0620 && token.folded.charCodeAt(0) <= 0x06ff;
  return (
    isArabic &&
    text[earlier.end] === ' ' &&
    token.folded.length > 1 &&
    !Words.ARABIC_STOP_WORDS.has(token.folded)
  );
}
