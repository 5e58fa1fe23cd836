import type { QueryNode, QueryWords } from './query-node';
import { placedWords, type PlacedWord } from './search-words';

const OPEN = '<mark>';
const CLOSE = '</mark>';
const ELLIPSIS = '…';
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** Marks that turn the direction of what follows could make an excerpt read as something else. */
const UNSAFE = /[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu;
/** No more of a text is looked at for an excerpt. */
const FURTHEST = 100_000;

/** The words and phrases that a hit contains, those under a NOT left out. */
export function soughtWords(node: QueryNode | null): QueryWords[] {
  if (node === null || node.is === 'not') return [];
  return node.is === 'words' ? [node] : node.parts.flatMap(soughtWords);
}

/** The whole text as HTML, with what was sought in `<mark>`. For titles. */
export function markedText(text: string, sought: readonly QueryWords[]): string {
  return marked(text, { start: 0, end: text.length }, hitsIn(wordsOf(text), sought));
}

/**
 * An excerpt of about `size` characters as HTML, where most of what was sought stands together; the beginning of the
 * text where nothing does.
 */
export function snippet(text: string, sought: readonly QueryWords[], size: number): string {
  const words = wordsOf(text);
  const hits = hitsIn(words, sought);
  const best = densest(hits, size);
  const from = best === null ? 0 : Math.max(0, best - Math.floor(size / 4));
  const start = from === 0 ? 0 : (words.find((word) => word.start >= from)?.start ?? 0);
  const last = words.findLast((word) => word.end <= start + size && word.start >= start);
  const end = text.length <= start + size ? text.length : (last?.end ?? Math.min(text.length, start + size));
  return `${start > 0 ? ELLIPSIS : ''}${marked(text, { start, end }, hits)}${end < text.length ? ELLIPSIS : ''}`;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

function wordsOf(text: string): PlacedWord[] {
  return [...placedWords(text.length > FURTHEST ? text.slice(0, FURTHEST) : text)];
}

function hitsIn(words: readonly PlacedWord[], sought: readonly QueryWords[]): Stretch[] {
  const singles = new Set<string>();
  const prefixes: string[] = [];
  const phrases: QueryWords[] = [];
  for (const one of sought) {
    if (one.words.length > 1) phrases.push(one);
    else if (one.prefix) prefixes.push(one.words[0]);
    else singles.add(one.words[0]);
  }
  const hits: Stretch[] = words.filter(({ folded }) =>
    folded.some((form) => singles.has(form) || prefixes.some((prefix) => form.startsWith(prefix))),
  );
  for (const phrase of phrases) hits.push(...phraseHits(words, phrase));
  return merged(hits);
}

function phraseHits(words: readonly PlacedWord[], { words: sought, prefix }: QueryWords): Stretch[] {
  const forms = words.flatMap((word) => word.folded.map((form) => ({ form, word })));
  const fits = (at: number) =>
    sought.every((wanted, offset) => {
      const form = forms[at + offset]?.form;
      return form === wanted || (prefix && offset === sought.length - 1 && form?.startsWith(wanted) === true);
    });
  return forms.flatMap(({ word }, at) => {
    const last = forms[at + sought.length - 1]?.word;
    return last && fits(at) ? [{ start: word.start, end: last.end }] : [];
  });
}

function merged(hits: readonly Stretch[]): Stretch[] {
  const whole: Stretch[] = [];
  for (const hit of hits.toSorted((a, b) => a.start - b.start)) {
    const before = whole.at(-1);
    if (before && hit.start < before.end)
      whole[whole.length - 1] = { start: before.start, end: Math.max(before.end, hit.end) };
    else whole.push(hit);
  }
  return whole;
}

/** Where the window with the most hits begins; the first of equals. */
function densest(hits: readonly Stretch[], size: number): number | null {
  let best: { start: number; count: number } | null = null;
  let last = 0;
  for (const [first, hit] of hits.entries()) {
    while ((hits[last]?.end ?? Infinity) <= hit.start + size * 0.75) last += 1;
    if (best === null || last - first > best.count) best = { start: hit.start, count: last - first };
  }
  return best?.start ?? null;
}

function marked(text: string, { start, end }: Stretch, hits: readonly Stretch[]): string {
  let html = '';
  let at = start;
  for (const hit of hits) {
    if (hit.start < at || hit.end > end) continue;
    html += `${escaped(text.slice(at, hit.start))}${OPEN}${escaped(text.slice(hit.start, hit.end))}${CLOSE}`;
    at = hit.end;
  }
  return html + escaped(text.slice(at, end));
}

function escaped(text: string): string {
  return text.replace(UNSAFE, ' ').replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}
