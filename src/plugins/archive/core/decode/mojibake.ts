import type { Span } from '../span';
import { mojibakeAt, type Sequence } from './mojibake-sequence';

/** One repaired run: its span in the repaired text, and what had stood there. */
export interface Repair extends Span {
  readonly original: string;
}

export interface RepairedText {
  readonly text: string;
  /** In order, without overlap; empty where nothing was repaired. */
  readonly repairs: readonly Repair[];
}

/**
 * Undoes UTF-8 that was read as windows-1252 once: `CafÃ©` -> `Café`, `Ø§Ù„` -> `ال`, `itâ€™s` -> `it’s`.
 *
 * A sequence is repaired for sure where real text cannot hold it: it stands beside another one, inside a
 * lower-case word, or is a typographic mark. Sequences that real text may hold (`«AMANHÃ»`, `Â©`, `é…»`) are repaired
 * only where others are sure and the text has no accented letter of its own that is rightly encoded.
 */
export function repairMojibake(text: string): RepairedText {
  if (!LEAD.test(text)) return { text, repairs: [] };
  const { sequences, genuine } = sequencesOf(text);
  const sure = sequences.map((sequence, index) => isSure(text, sequences, sequence, index));
  if (!sure.includes(true)) return { text, repairs: [] };
  const scripts = new Set(sequences.filter((_, index) => sure[index]).map(({ script }) => script));
  const chosen = sequences.filter(
    (sequence, index) => sure[index] === true || (genuine === 0 && isBorneOut(sequence, scripts)),
  );
  return replace(text, chosen);
}

/** A doubtful sequence of another script needs a sure one of the same script. */
function isBorneOut(sequence: Sequence, sureScripts: ReadonlySet<string>): boolean {
  return sequence.kind !== 'script' || sureScripts.has(sequence.script);
}

/** The first character of every sequence. */
const LEAD = /[\xc0-\xff]/;

/** Letters that are left over from mojibake whose second character was lost. */
const LEFT_OVER = 'ÂÃâØÙÐÑ';

function sequencesOf(text: string): { sequences: Sequence[]; genuine: number } {
  const sequences: Sequence[] = [];
  let genuine = 0;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    const sequence = code < 0xc0 || code > 0xff ? null : mojibakeAt(text, at);
    if (sequence !== null && sequence.kind !== 'other') sequences.push(sequence);
    else if (code >= 0xc0 && code <= 0xff && !LEFT_OVER.includes(text.charAt(at))) genuine += 1;
    at = sequence !== null && sequence.kind !== 'other' ? sequence.end : at + 1;
  }
  return { sequences, genuine };
}

function isSure(text: string, sequences: readonly Sequence[], sequence: Sequence, index: number): boolean {
  if (sequence.kind === 'mark') return true;
  const neighbours = [sequences[index - 1], sequences[index + 1]];
  const touching = neighbours.some((other) => other !== undefined && touches(sequence, other));
  if (touching) return true;
  if (sequence.kind === 'script') return false;
  const before = text.charAt(sequence.start - 1);
  const after = text.charAt(sequence.end);
  if (/\p{Ll}/u.test(before)) return true;
  if (sequence.kind === 'symbol') return /\d/.test(before) || /\d/.test(after);
  return (/[a-z]/.test(after) && !/\p{Lu}/u.test(before)) || isOddPair(text, sequence);
}

function touches(one: Sequence, other: Sequence): boolean {
  return (one.end === other.start || other.end === one.start) && one.script === other.script;
}

/** `Ã©`, `Ãƒ`, `Å¡`: the second character never follows a capital letter, unlike a closing quote or a dash. */
function isOddPair(text: string, sequence: Sequence): boolean {
  const lead = text.charAt(sequence.start);
  return (
    'ÃÅ'.includes(lead) &&
    /[\u0080-\u009fƒ†‡ˆ‰Š¨©¤¥¦§¬¯±²³´µ¶¸¹¼½¾¢£Œœžš˜]/.test(text.charAt(sequence.start + 1))
  );
}

function replace(text: string, chosen: readonly Sequence[]): RepairedText {
  const parts: string[] = [];
  const repairs: Repair[] = [];
  let from = 0;
  let length = 0;
  for (let index = 0; index < chosen.length; ) {
    const start = chosen[index]?.start ?? 0;
    let end = start;
    let repaired = '';
    for (let next = chosen[index]; next !== undefined && next.start === end; next = chosen[index]) {
      repaired += next.character;
      end = next.end;
      index += 1;
    }
    parts.push(text.slice(from, start), repaired);
    length += start - from;
    repairs.push({ start: length, end: length + repaired.length, original: text.slice(start, end) });
    length += repaired.length;
    from = end;
  }
  return { text: parts.join('') + text.slice(from), repairs };
}
