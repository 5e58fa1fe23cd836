import { detectAll } from 'jschardet';
import { arabicTieBreak } from './arabic-tie';
import { encodingNamed, shapeOf } from './encoding-names';
import { readBytes } from './read-bytes';
import { senselessShare } from './stray-characters';

export interface Guess {
  readonly name: string;
  /** 0 to 0.95. */
  readonly confidence: number;
}

/** What newspapers' systems wrote. DOS and EBCDIC tables only add confusion; --encoding names them. */
const LIKELY: ReadonlySet<string> = new Set([
  ...['windows-874', 'windows-1250', 'windows-1251', 'windows-1252', 'windows-1253', 'windows-1254'],
  ...['windows-1255', 'windows-1256', 'windows-1257', 'windows-1258', 'koi8-r', 'koi8-u'],
  ...['iso-8859-2', 'iso-8859-5', 'iso-8859-6', 'iso-8859-7', 'iso-8859-8', 'iso-8859-13', 'iso-8859-15'],
  ...[
    'macintosh',
    'x-mac-cyrillic',
    'big5',
    'euc-jp',
    'euc-kr',
    'gb18030',
    'gbk',
    'shift_jis',
    'iso-2022-jp',
  ],
]);

const SAMPLE_BYTES = 100_000;
const HIGHEST_CONFIDENCE = 0.95;
/** Fewer bytes above ASCII than this are as likely damage. */
const FEWEST_FOR_MAC = 4;
/** Scores this close to the best are a tie; a Windows table, being a superset, then wins. */
const TIE = 0.95;
/** A reading with undefined bytes gives way to a clean one that scores at least this much of it. */
const CLEAN_ENOUGH = 0.8;

/** The most likely legacy encoding of bytes that are not UTF-8, or null where nothing fits at all. */
export function guessEncoding(bytes: Uint8Array): Guess | null {
  const sample = sampleOf(bytes);
  const guesses = likelyGuesses(sample);
  const best = guesses[0];
  if (best === undefined) return null;
  const clean = guesses.find((guess) => isClean(sample, guess.name));
  const sound = clean !== undefined && clean.confidence >= best.confidence * CLEAN_ENOUGH ? clean : best;
  const tied = guesses.filter((guess) => guess.confidence >= sound.confidence * TIE);
  const windows = tied.find((guess) => guess.name.startsWith('windows-') && isClean(sample, guess.name));
  const chosen = shapeOf(sound.name) === 'single-byte' ? (windows ?? sound) : sound;
  const settled = { ...chosen, name: settledName(sample, chosen.name) };
  return { ...settled, confidence: Math.min(settled.confidence, HIGHEST_CONFIDENCE) };
}

/** Starts shortly before the first byte that is not ASCII: a long ASCII preamble tells nothing. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const firstHigh = Math.max(
    0,
    bytes.findIndex((byte) => byte >= 0x80 || byte === 0x1b),
  );
  const start = Math.max(0, firstHigh - 1000);
  return bytes.subarray(start, start + SAMPLE_BYTES);
}

function likelyGuesses(sample: Uint8Array): Guess[] {
  const guesses: Guess[] = [];
  for (const { encoding, confidence } of detectAll(sample)) {
    const name = encoding === null ? null : encodingNamed(encoding);
    if (name === null || !LIKELY.has(name) || guesses.some((guess) => guess.name === name)) continue;
    guesses.push({ name, confidence });
  }
  return guesses;
}

function settledName(sample: Uint8Array, name: string): string {
  if (name === 'windows-1256' || name === 'iso-8859-6') {
    return arabicTieBreak(readBytes(sample, 'windows-1256').text, readBytes(sample, 'iso-8859-6').text);
  }
  if (name === 'windows-1252' || name === 'macintosh') return latinTieBreak(sample);
  // ISO-8859-15 differs from windows-1252 below 0xC0 only; of that, newspapers used the euro sign, 0xA4.
  if (name === 'iso-8859-15' && !sample.includes(0xa4)) return 'windows-1252';
  return name;
}

/** Mac OS Roman read as windows-1252 has capitals and signs inside words: `Bürger` becomes `BŸrger`. */
function latinTieBreak(sample: Uint8Array): string {
  if (sample.filter((byte) => byte >= 0x80).length < FEWEST_FOR_MAC) return 'windows-1252';
  const windows = senselessShare(readBytes(sample, 'windows-1252').text);
  const mac = senselessShare(readBytes(sample, 'macintosh').text);
  return mac < windows ? 'macintosh' : 'windows-1252';
}

function isClean(sample: Uint8Array, name: string): boolean {
  const { text, invalid } = readBytes(sample, name);
  // A multi-byte character may be cut at the end of the sample.
  return invalid.every(({ end }) => end === text.length) && !/[\u0080-\u009f]/.test(text);
}
