import type { CapitalWord, Link, ScannedText } from './capital-word';
import * as Class from './character-classes';
import { markHeading } from './headings';
import { linkThrough, opensName } from './particles';
import { readWord, type RawWord } from './read-word';
import { SENTENCE_STARTERS } from './sentence-starters';
import { ABBREVIATIONS } from './titles';

/** Where the scan is: what the next capitalised word would hang on. */
interface State {
  readonly text: string;
  readonly words: CapitalWord[];
  readonly lowerForms: Set<string>;
  hasArabic: boolean;
  link: Link;
  opens: boolean;
  /** Start of a particle that a name may open with (`bin Laden`), or -1. */
  particleAt: number;
  /** The last word ended in a full stop that may or may not end the sentence (`U.S.`, `J.`). */
  dotted: boolean;
  lastUnit: number;
  lineStart: number;
  lineFirstWord: number;
  lineHasLower: boolean;
  lineCommas: number;
}

/** Wrapped text, as `lynx -dump` prints it, has lines of this many characters. */
const WRAPPED = { least: 50, most: 100 };
const COMMA = 0x2c;
const AMPERSAND = 0x26;

/** One pass over `[from, to)`: its capitalised words, and the lower-case forms that vouch against them. */
export function scanWords(text: string, from: number, to: number): ScannedText {
  const state = initialState(text, from);
  let at = from;
  while (at < to) {
    const kind = Class.classOf(text.charCodeAt(at));
    if (kind === Class.SPACE) at++;
    else if (kind >= Class.LOWER && kind <= Class.CASELESS) {
      const plain = plainWordEnd(text, at, to);
      if (plain > 0) {
        takeLower(state, at, plain);
        state.opens = false;
        state.dotted = false;
        at = plain;
        state.lastUnit = 0;
        continue;
      }
      const word = readWord(text, at, to);
      takeWord(state, word);
      at = word.next;
      state.lastUnit = 0;
    } else {
      takeSeparator(state, kind, at, to);
      if (kind !== Class.NEWLINE) state.lastUnit = text.charCodeAt(at);
      at++;
    }
  }
  endLine(state, to);
  return { words: state.words, lowerForms: state.lowerForms, hasArabic: state.hasArabic };
}

/**
 * The end of a word of nothing but a-z, as most words are; 0 where it is another kind of word, or where a mark (a
 * hyphen, an apostrophe) may carry it on.
 */
function plainWordEnd(text: string, start: number, to: number): number {
  let at = start;
  while (at < to) {
    const unit = text.charCodeAt(at);
    if (unit < 0x61 || unit > 0x7a) break;
    at += 1;
  }
  if (at === start) return 0;
  const after = at < to ? Class.classOf(text.charCodeAt(at)) : Class.SPACE;
  return Class.isWordClass(after) || after === Class.HYPHEN || after === Class.APOSTROPHE ? 0 : at;
}

function initialState(text: string, from: number): State {
  return {
    text,
    words: [],
    lowerForms: new Set(),
    hasArabic: false,
    link: 'none',
    opens: true,
    particleAt: -1,
    dotted: false,
    lastUnit: 0,
    lineStart: from,
    lineFirstWord: 0,
    lineHasLower: false,
    lineCommas: 0,
  };
}

function takeWord(state: State, word: RawWord): void {
  if (word.kind === 'capital') return takeCapital(state, word);
  if (word.kind === 'lower') takeLower(state, word.start, word.end);
  else {
    if (word.kind === 'arabic') state.hasArabic = true;
    state.link = 'none';
    state.particleAt = -1;
  }
  state.opens = false;
  state.dotted = false;
}

function takeLower(state: State, start: number, end: number): void {
  const form = state.text.slice(start, end);
  if (form.length > 1) state.lowerForms.add(form);
  if (form.length >= 4 && !state.lineHasLower && !SENTENCE_STARTERS.has(form)) state.lineHasLower = true;
  state.particleAt = state.link === 'none' && form.length <= 4 && opensName(form) ? start : -1;
  state.link = state.link === 'none' ? 'none' : linkThrough(state.link, form);
}

function takeCapital(state: State, word: RawWord): void {
  const text = state.text.slice(word.start, word.end);
  const lower = text.toLowerCase();
  // `in the U.S. The paper`: the stop did end the sentence.
  if (state.dotted && SENTENCE_STARTERS.has(lower)) {
    state.link = 'none';
    state.opens = true;
  }
  const start = state.particleAt >= 0 ? state.particleAt : word.start;
  state.words.push({
    start,
    end: word.end,
    text: start === word.start ? text : state.text.slice(start, word.end),
    lower: start === word.start ? lower : state.text.slice(start, word.end).toLowerCase(),
    link: state.link,
    opens: state.opens,
    possessive: word.possessive,
    compound: word.compound,
    allCapitals: word.allCapitals,
    heading: false,
  });
  state.link = word.compound || (word.possessive && !POSSESSIVE_NAMES.has(lower)) ? 'none' : 'space';
  state.opens = false;
  state.particleAt = -1;
  state.dotted = word.dotted;
}

/** Possessives that names go on after: `People’s Republic`, `King’s College`. */
const POSSESSIVE_NAMES: ReadonlySet<string> = new Set(
  'people king queen women men children lord workers farmers soldiers veterans reader writers players'.split(
    ' ',
  ),
);

function takeSeparator(state: State, kind: number, at: number, to: number): void {
  if (kind === Class.NEWLINE) return takeNewline(state, at, to);
  state.particleAt = -1;
  if (kind === Class.STOP) return takeStop(state, at);
  const unit = state.text.charCodeAt(at);
  if (unit === AMPERSAND && state.link === 'space') {
    state.link = 'particle';
    return;
  }
  state.link = 'none';
  state.dotted = false;
  if (unit === COMMA) state.lineCommas++;
  if (kind === Class.SENTENCE_END) state.opens = true;
  // `, “The talks`: speech; but `the “Hezbollah” party` names something.
  const opensSpeech = kind === Class.OPENER || kind === Class.APOSTROPHE;
  if (opensSpeech && state.lastUnit === COMMA) state.opens = true;
}

/** `Gen. Abbas` and `J. Smith` go on; `Damascus. Sources` and `example.com` do not. */
function takeStop(state: State, at: number): void {
  const word = state.words.at(-1);
  if (word !== undefined && word.end === at && (word.text.length === 1 || ABBREVIATIONS.has(word.lower))) {
    state.dotted = word.text.length === 1;
    return;
  }
  state.link = 'none';
  state.opens = true;
}

function takeNewline(state: State, at: number, to: number): void {
  const width = at - state.lineStart;
  const wraps = width >= WRAPPED.least && width <= WRAPPED.most && state.lineHasLower;
  if (!wraps || !goesOn(state.text, at, to)) {
    state.link = 'none';
    state.opens = true;
    state.particleAt = -1;
    state.dotted = false;
  }
  endLine(state, at);
  state.lineStart = at + 1;
}

/** Whether text, not a blank line or a bullet, follows the line break at `at`. */
function goesOn(text: string, at: number, to: number): boolean {
  let next = at + 1;
  if (text.charCodeAt(at) === 0x0d && text.charCodeAt(next) === 0x0a) next++;
  while (next < to && Class.classOf(text.charCodeAt(next)) === Class.SPACE) next++;
  return next < to && Class.isWordClass(Class.classOf(text.charCodeAt(next)));
}

function endLine(state: State, end: number): void {
  const sentence = state.lastUnit === 0x2e;
  markHeading(state.words, state.lineFirstWord, {
    hasLower: state.lineHasLower,
    commas: state.lineCommas,
    sentence,
    width: end - state.lineStart,
  });
  state.lineFirstWord = state.words.length;
  state.lineHasLower = false;
  state.lineCommas = 0;
}
