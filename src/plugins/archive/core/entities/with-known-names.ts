import type { EntityMention } from '../draft-article';
import type { Span } from '../span';
import { foldName } from './fold-name';
import { gazetteerMentions, type Gazetteer, type GazetteerMention } from './gazetteer';

/**
 * What the finder found, with the names of authority records. Of two spans that overlap the longer is the name
 * (`Zalmar` is not `Zalmar Bank`), the known one where they are equal or where the longer is a guess without a kind.
 */
export function withKnownNames(
  text: string,
  found: readonly EntityMention[],
  spans: readonly Span[],
  gazetteer: Gazetteer,
  ignore: readonly string[],
): EntityMention[] {
  const ignored = new Set(ignore.map(foldName));
  const known = spans
    .flatMap(({ start, end }) => gazetteerMentions(gazetteer, text, start, end))
    .filter((mention) => !ignored.has(foldName(mention.text)));
  if (known.length === 0) return [...found];
  known.sort((one, other) => one.start - other.start);
  return inOrder(found, known);
}

/** Both lists are in order and free of overlaps in themselves. */
function inOrder(found: readonly EntityMention[], known: readonly GazetteerMention[]): EntityMention[] {
  const kept: EntityMention[] = [];
  let at = 0;
  for (const name of known) {
    for (; at < found.length && (found[at]?.end ?? 0) <= name.start; at += 1) keep(kept, found[at]);
    let beaten = false;
    for (; at < found.length && (found[at]?.start ?? 0) < name.end; at += 1) {
      const own = found[at];
      if (own === undefined || !isLonger(own, name)) continue;
      keep(kept, own);
      beaten = true;
    }
    const last = kept.at(-1);
    if (!beaten && (last === undefined || last.end <= name.start)) kept.push(name);
  }
  for (; at < found.length; at += 1) keep(kept, found[at]);
  return kept;
}

function keep(kept: EntityMention[], mention: EntityMention | undefined): void {
  const last = kept.at(-1);
  if (mention !== undefined && (last === undefined || last.end <= mention.start)) kept.push(mention);
}

function isLonger(own: EntityMention, name: GazetteerMention): boolean {
  return own.kind !== null && own.end - own.start > name.end - name.start;
}
