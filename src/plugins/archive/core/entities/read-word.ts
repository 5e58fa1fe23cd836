import * as Class from './character-classes';
import { ARABIC_ARTICLES } from './particles';

/** A word as it stands: `[start, end)` is the name part, the scan goes on at `next`. */
export interface RawWord {
  readonly kind: 'capital' | 'lower' | 'arabic' | 'other';
  readonly start: number;
  readonly end: number;
  readonly next: number;
  readonly possessive: boolean;
  readonly compound: boolean;
  readonly allCapitals: boolean;
  /** Ends in the full stop of a dotted acronym: `U.S.` */
  readonly dotted: boolean;
}

interface Extent {
  next: number;
  /** End of the first hyphened part, or -1. */
  firstHyphen: number;
  /** Start of the first part after a hyphen that has a capital first, or -1. */
  capitalPart: number;
  /** End of the last part that has a capital first. */
  capitalEnd: number;
  lowers: number;
  uppers: number;
  possessive: boolean;
  dotted: boolean;
}

/** Reads the word that starts at `start`, which is a letter or digit. Linear in the word. */
export function readWord(text: string, start: number, to: number): RawWord {
  const first = Class.classOf(text.charCodeAt(start));
  const extent = measure(text, start, to, first);
  if (first === Class.DIGIT) return plain('other', start, extent.next);
  if (first === Class.CASELESS)
    return plain(isArabic(text.charCodeAt(start)) ? 'arabic' : 'other', start, extent.next);
  if (extent.uppers === 0) return plain('lower', start, extent.next);
  return first === Class.UPPER ? capitalWord(text, start, extent) : innerCapital(text, start, extent);
}

function plain(kind: 'lower' | 'arabic' | 'other', start: number, next: number): RawWord {
  return {
    kind,
    start,
    end: next,
    next,
    possessive: false,
    compound: false,
    allCapitals: false,
    dotted: false,
  };
}

/** `Hamas-backed` -> `Hamas`; `Al-jazeera`, `Stratford-upon-Avon` stay whole. */
function capitalWord(text: string, start: number, extent: Extent): RawWord {
  const keep =
    extent.firstHyphen > 0 && ARABIC_ARTICLES.has(text.slice(start, extent.firstHyphen).toLowerCase());
  const end = keep ? wordEnd(extent) : extent.capitalEnd;
  return named(start, end, extent);
}

/** `al-Assad` and `iPod` are names whole; `pro-Iranian` gives `Iranian`. */
function innerCapital(text: string, start: number, extent: Extent): RawWord {
  const prefix = extent.firstHyphen < 0 ? '' : text.slice(start, extent.firstHyphen);
  const isPrefixed = extent.capitalPart > 0 && !ARABIC_ARTICLES.has(prefix);
  if (isPrefixed) return named(extent.capitalPart, extent.capitalEnd, extent);
  return extent.firstHyphen > 0 && extent.capitalPart < 0
    ? plain('lower', start, extent.next)
    : named(start, wordEnd(extent), extent);
}

function named(start: number, end: number, extent: Extent): RawWord {
  return {
    kind: 'capital',
    start,
    end,
    next: extent.next,
    possessive: extent.possessive,
    compound: end < wordEnd(extent),
    allCapitals: extent.uppers > 1 && extent.lowers === 0,
    dotted: extent.dotted,
  };
}

function wordEnd(extent: Extent): number {
  return extent.possessive ? extent.capitalEnd : extent.next;
}

function measure(text: string, start: number, to: number, first: number): Extent {
  const extent: Extent = {
    next: start,
    firstHyphen: -1,
    capitalPart: -1,
    capitalEnd: start,
    lowers: 0,
    uppers: 0,
    possessive: false,
    dotted: false,
  };
  let partStart = start;
  let partIsCapital = first === Class.UPPER;
  let at = start;
  while (at < to) {
    const kind = Class.classOf(text.charCodeAt(at));
    if (kind === Class.LOWER) extent.lowers++;
    else if (kind === Class.UPPER) extent.uppers++;
    else if (!Class.isWordClass(kind)) {
      if (partIsCapital) extent.capitalEnd = at;
      const step = throughMark(text, at, to, partStart, extent);
      if (step === 0) break;
      if (kind === Class.HYPHEN) {
        if (extent.firstHyphen < 0) extent.firstHyphen = at;
        partStart = at + 1;
        partIsCapital = Class.classOf(text.charCodeAt(partStart)) === Class.UPPER;
        if (partIsCapital && extent.capitalPart < 0) extent.capitalPart = partStart;
      } else if (kind === Class.STOP) partStart = at + 1;
      at += step;
      continue;
    }
    at++;
  }
  if (at >= to && partIsCapital) extent.capitalEnd = at;
  extent.next = extent.next > at ? extent.next : at;
  if (extent.dotted && partIsCapital) extent.capitalEnd = extent.next;
  return extent;
}

/** How far the word goes on through the mark at `at`: 0 where it ends. */
function throughMark(text: string, at: number, to: number, partStart: number, extent: Extent): number {
  const kind = Class.classOf(text.charCodeAt(at));
  const next = at + 1 < to ? Class.classOf(text.charCodeAt(at + 1)) : Class.OTHER;
  if (kind === Class.HYPHEN) return Class.isWordClass(next) ? 1 : 0;
  if (kind === Class.STOP) return throughStop(text, at, to, partStart, extent);
  if (kind === Class.APOSTROPHE) return throughApostrophe(text, at, to, next, extent);
  const isAmpersand = text.charCodeAt(at) === 0x26 && next === Class.UPPER && extent.lowers === 0;
  return isAmpersand ? 1 : 0;
}

/** `U.S.`: a stop after one capital letter goes on before another one, and closes the acronym after the last. */
function throughStop(text: string, at: number, to: number, partStart: number, extent: Extent): number {
  if (at - partStart !== 1 || extent.lowers > 0) return 0;
  const next = at + 1 < to ? Class.classOf(text.charCodeAt(at + 1)) : Class.OTHER;
  const afterNext = at + 2 < to ? Class.classOf(text.charCodeAt(at + 2)) : Class.OTHER;
  if (next === Class.UPPER && !Class.isWordClass(afterNext)) return 1;
  if (extent.uppers > 1) {
    extent.dotted = true;
    extent.next = at + 1;
  }
  return 0;
}

/** `Ba’ath` goes on; `Iran’s` and `Hamas’` end before the mark. */
function throughApostrophe(text: string, at: number, to: number, next: number, extent: Extent): number {
  const before = text[at - 1] ?? '';
  if (!Class.isWordClass(next)) {
    extent.possessive = before === 's' || before === 'S';
    return 0;
  }
  const letter = text[at + 1];
  const afterLetter = at + 2 < to ? Class.classOf(text.charCodeAt(at + 2)) : Class.OTHER;
  if ((letter === 's' || letter === 'S') && !Class.isWordClass(afterLetter)) {
    extent.possessive = true;
    extent.next = at + 2;
    return 0;
  }
  return 1;
}

function isArabic(unit: number): boolean {
  return unit >= 0x0600 && unit <= 0x08ff;
}
