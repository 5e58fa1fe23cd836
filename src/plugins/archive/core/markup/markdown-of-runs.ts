import { stripControlCharacters } from '../text/control-characters';
import { escapeRun } from './escape-run';
import type { Run } from './rich-text';

type Mark = 'link' | 'strong' | 'emphasis';
const MARKS: readonly Mark[] = ['link', 'strong', 'emphasis'];

interface Around {
  /** The character before; empty at the start of the paragraph. */
  readonly before: string;
  readonly after: string;
}

/** The runs of a paragraph as CommonMark; emphasis that CommonMark could not read where it stands is left out. */
export function markdownOfRuns(runs: readonly Run[]): string {
  const texts = runs.flatMap((run) => {
    const text = stripControlCharacters(run.placed.text.replace(/\r\n?/g, '\n'));
    return text === '' ? [] : [{ ...run, text }];
  });
  return rendered(texts, [], { before: '', after: '' });
}

type TextRun = Run & { readonly text: string };

function rendered(runs: readonly TextRun[], open: readonly Mark[], around: Around): string {
  const parts: string[] = [];
  for (let index = 0; index < runs.length; ) {
    const { mark, length } = widestMark(runs, index, open);
    const inside = runs.slice(index, index + length);
    const after = runs[index + length]?.text.charAt(0) ?? around.after;
    const before = parts.at(-1)?.slice(-1) ?? around.before;
    if (mark === null) parts.push(escapeRun(inside[0]?.text ?? ''));
    else if (mark === 'link') addLink(parts, inside, open);
    else parts.push(emphasised(mark, inside, open, { before, after }));
    index += length;
  }
  return parts.join('');
}

/** Of the marks that start here, the one that lasts longest is the outermost. */
function widestMark(
  runs: readonly TextRun[],
  from: number,
  open: readonly Mark[],
): { mark: Mark | null; length: number } {
  let best: { mark: Mark | null; length: number } = { mark: null, length: 1 };
  for (const mark of MARKS) {
    const value = open.includes(mark) ? null : valueOf(runs[from], mark);
    if (value === null) continue;
    let length = 1;
    while (valueOf(runs[from + length], mark) === value) length += 1;
    if (best.mark === null || length > best.length) best = { mark, length };
  }
  return best;
}

function valueOf(run: TextRun | undefined, mark: Mark): string | null {
  if (mark === 'link') return run?.link ?? null;
  return run?.[mark] === true ? mark : null;
}

/** `[text](address)`, without the white space around the text. */
function addLink(parts: string[], inside: readonly TextRun[], open: readonly Mark[]): void {
  const { lead, core, trail } = split(rendered(inside, [...open, 'link'], { before: '[', after: ']' }));
  const last = parts.at(-1) ?? '';
  // `![` would make a picture of it.
  if (core !== '' && lead === '' && last.endsWith('!')) parts[parts.length - 1] = `${last.slice(0, -1)}\\!`;
  parts.push(core === '' ? lead + trail : `${lead}[${core}](${destination(inside[0]?.link ?? '')})${trail}`);
}

function destination(link: string): string {
  return link
    .replace(
      /[()<>\\`\s]/g,
      (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`,
    )
    .replace(/&(?=[#a-z\d]+;)/gi, '&amp;');
}

function emphasised(
  mark: 'strong' | 'emphasis',
  inside: readonly TextRun[],
  open: readonly Mark[],
  around: Around,
): string {
  const inner = rendered(inside, [...open, mark], { before: '*', after: '*' });
  const { lead, core, trail } = split(inner);
  const before = lead === '' ? around.before : lead.slice(-1);
  const after = trail === '' ? around.after : trail.charAt(0);
  const delimiter = core === '' ? null : delimiterFor(mark, core, { before, after });
  if (delimiter !== null) return `${lead}${delimiter}${core}${delimiter}${trail}`;
  return rendered(inside, [...open, mark], around);
}

/** CommonMark's rules for delimiter runs; null where none of them would be read as meant. */
function delimiterFor(mark: 'strong' | 'emphasis', core: string, { before, after }: Around): string | null {
  const [first, last] = [core.charAt(0), core.slice(-1)];
  const opens = !isPunctuation(first, true) || isOutside(before);
  const closes = !isPunctuation(last, true) || isOutside(after);
  if (!opens || !closes) return null;
  const touches = [before, after, first, last].includes('*');
  if (mark === 'strong') return touches ? null : '**';
  const touchesLine = [before, after, first, last].includes('_');
  if (!touchesLine && isOutside(before) && isOutside(after)) return '_';
  return touches ? null : '*';
}

function isOutside(character: string): boolean {
  return character.trim() === '' || isPunctuation(character, false);
}

/** Half of a pair may belong to a letter or to a symbol: then the answer is the one that does no harm. */
function isPunctuation(character: string, ofHalf: boolean): boolean {
  return /^[\ud800-\udfff]$/.test(character) ? ofHalf : /^[\p{P}\p{S}]$/u.test(character);
}

function split(text: string): { lead: string; core: string; trail: string } {
  const core = text.trim();
  const start = text.length - text.trimStart().length;
  return { lead: text.slice(0, start), core, trail: text.slice(start + core.length) };
}
