import { detectAll } from 'tinyld';
import { languageByFunctionWords } from './function-words';
import { scriptShares, type Script } from './script-shares';

export interface LanguageGuess {
  /** BCP 47, two letters; null where the text does not tell. */
  readonly language: string | null;
  /** 0 to 1. */
  readonly confidence: number;
}

const NO_LANGUAGE: LanguageGuess = { language: null, confidence: 0 };
const SAMPLE_CHARACTERS = 5000;
const FEWEST_LETTERS = 20;
/** With this many letters a detector's word can be trusted fully. */
const ENOUGH_LETTERS = 200;
const LEAST_ACCURACY = 0.1;
/** Where small words and letters disagree. */
const SPOKEN_CONFIDENCE = 0.8;
const HIGHEST_CONFIDENCE = 0.99;

/** Languages that newspapers print in each script, the commonest first. */
const BY_SCRIPT: Readonly<Record<Script, readonly string[]>> = {
  arabic: ['ar', 'fa', 'ur'],
  hebrew: ['he', 'yi'],
  cyrillic: ['ru', 'uk', 'bg', 'sr', 'mk', 'be', 'kk', 'mn', 'tt'],
  greek: ['el'],
  han: ['zh'],
  kana: ['ja'],
  hangul: ['ko'],
  latin: [
    ...[
      'en',
      'fr',
      'de',
      'es',
      'pt',
      'it',
      'nl',
      'tr',
      'pl',
      'sv',
      'da',
      'no',
      'fi',
      'is',
      'cs',
      'sk',
      'hu',
      'ro',
    ],
    ...['ca', 'ga', 'lt', 'lv', 'et', 'vi', 'id', 'tl', 'la', 'eo', 'af'],
  ],
  other: [],
};

/**
 * The language of a text: by its script first, then by letter statistics of its first 5,000 characters.
 * `only` limits the answer to these codes. Under 20 letters there is no answer; a language that cannot be told from
 * its neighbours gets a low confidence.
 */
export function languageOf(text: string, only?: readonly string[]): LanguageGuess {
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  const { letters, leading, share } = scriptShares(sample);
  if (letters < FEWEST_LETTERS) return NO_LANGUAGE;
  const possible = BY_SCRIPT[leading].filter((language) => only === undefined || only.includes(language));
  if (possible.length === 0) return leading === 'other' ? detected(sample, only, letters) : NO_LANGUAGE;
  const lone = BY_SCRIPT[leading].length === 1 ? possible[0] : undefined;
  if (lone !== undefined) return guess(lone, share);
  const candidates = leading === 'arabic' ? withoutContradicted(sample, possible) : possible;
  const found = detected(sample, candidates, letters, share);
  const spoken = leading === 'latin' ? languageByFunctionWords(sample) : null;
  // Two English sentences have been taken for Vietnamese by their letters; their small words cannot err so far.
  if (spoken === null || spoken === found.language || !possible.includes(spoken)) return found;
  return guess(spoken, share * SPOKEN_CONFIDENCE);
}

/** Letters that a language does not use: Arabic has no peh or gaf, Persian neither teh marbuta nor Urdu's letters. */
function withoutContradicted(sample: string, possible: readonly string[]): readonly string[] {
  const urdu = sample.match(/[ٹڈڑںےہھ]/g)?.length ?? 0;
  const persian = sample.match(/[پچژگیک]/g)?.length ?? 0;
  const arabic = sample.match(/[ةيىكأإ]/g)?.length ?? 0;
  const fitting = urdu > arabic ? ['ur'] : arabic > persian + urdu ? ['ar', 'fa'] : ['fa', 'ur'];
  const left = possible.filter((language) => fitting.includes(language));
  return left.length > 0 ? left : possible;
}

function detected(
  sample: string,
  only: readonly string[] | undefined,
  letters: number,
  share: number = 1,
): LanguageGuess {
  const found = detectAll(sample, only === undefined ? {} : { only: [...only] });
  const [best, second] = found;
  if (best === undefined || best.accuracy < LEAST_ACCURACY) return NO_LANGUAGE;
  const lead = best.accuracy / (best.accuracy + (second?.accuracy ?? 0));
  const length = Math.min(1, 0.5 + letters / (2 * ENOUGH_LETTERS));
  return guess(best.lang, share * lead * length);
}

function guess(language: string, confidence: number): LanguageGuess {
  return { language, confidence: Math.round(Math.min(confidence, HIGHEST_CONFIDENCE) * 100) / 100 };
}
