import type { EntityMention } from '../draft-article';
import { foldName } from './fold-name';
import { initialsMatch } from './initials-match';
import { titleBefore } from './title-before';

/** `Islamic Revolutionary Guard Corps (IRGC)`, `IRGC (Islamic ...)`: the gap between the two. */
const BRACKET = /^['"”’]? ?\( ?["“]?$/;
const LONGEST_GAP = 4;
/** Articles and particles that go with the part of a name behind them. */
const JOINED = new Set([
  'al',
  'el',
  'ad',
  'an',
  'ar',
  'as',
  'ash',
  'at',
  'az',
  'bin',
  'ibn',
  'de',
  'van',
  'von',
]);

/**
 * Mentions, in order, with what the article tells of each besides its name: the title before it, kept apart from the
 * name, and the longer name that it stands for.
 */
export function annotated(text: string, mentions: readonly EntityMention[]): EntityMention[] {
  const longForms = longFormsOfAcronyms(text, mentions);
  const fullNames = fullNamesByEnding(mentions);
  const titled = new Set<string>();
  return mentions.map((mention) => {
    const standsFor = longForms.get(mention.text) ?? fullNameOf(mention, fullNames);
    const isPerson = mention.kind === 'person' && !titled.has(mention.text);
    const title = isPerson ? (titleBefore(text, mention.start)?.text ?? null) : null;
    if (title !== null) titled.add(mention.text);
    if (standsFor === undefined && title === null) return mention;
    return {
      ...mention,
      ...(title === null ? {} : { title }),
      ...(standsFor === undefined ? {} : { standsFor }),
    };
  });
}

function longFormsOfAcronyms(text: string, mentions: readonly EntityMention[]): Map<string, string> {
  const longForms = new Map<string, string>();
  mentions.forEach((later, at) => {
    const earlier = mentions[at - 1];
    if (earlier === undefined) return;
    const gap = later.start - earlier.end;
    if (gap < 1 || gap > LONGEST_GAP || !BRACKET.test(text.slice(earlier.end, later.start))) return;
    if (initialsMatch(later.text, earlier.text)) longForms.set(later.text, earlier.text);
    else if (initialsMatch(earlier.text, later.text)) longForms.set(earlier.text, later.text);
  });
  return longForms;
}

/** Full names of persons by what they end with; null where two end alike, so that the ending names neither. */
function fullNamesByEnding(mentions: readonly EntityMention[]): Map<string, string | null> {
  const endings = new Map<string, string | null>();
  const seen = new Set<string>();
  for (const { kind, text } of mentions) {
    if (kind !== 'person' || seen.has(text)) continue;
    seen.add(text);
    for (const ending of endingsOf(text)) {
      const known = endings.get(ending);
      const isOther = known === null || (known !== undefined && foldName(known) !== foldName(text));
      endings.set(ending, isOther ? null : text);
    }
  }
  return endings;
}

/** `yehya al sinwar` -> `sinwar`, `al sinwar`; none for a name of one part. */
function endingsOf(name: string): string[] {
  const parts = foldName(name).split(' ');
  const last = parts.length - 1;
  if (last < 1) return [];
  if (!JOINED.has(parts[last - 1] ?? '')) return [parts[last] ?? ''];
  return last < 2 ? [] : [parts[last] ?? '', parts.slice(last - 1).join(' ')];
}

function fullNameOf(
  { kind, text }: EntityMention,
  fullNames: ReadonlyMap<string, string | null>,
): string | undefined {
  if (fullNames.size === 0 || (kind !== 'person' && kind !== null)) return undefined;
  return fullNames.get(foldName(text)) ?? undefined;
}
