/** Not the dots of `z. B.`, `J. Roe` and `28. Juli`. */
const TERMINAL =
  /(?<!(?:^|[\s.(])(?:\p{L}|\d{1,2}))[.!?…。؟！？]+["'”’»)\]]*(?=\s|$|[\u3000-\u9fff])|\p{Emoji_Presentation}(?=\s|$)/gu;
/** A mark, or a smiley in its place. */
const ENDS = /(?:[.!?…。؟！？:]["'”’»)\]]*|\p{Emoji_Presentation}|[:;]-?[)(D])$/u;
const IDEOGRAPHIC = /[\u3040-\u30ff\u3400-\u9fff]/g;

/** What tells prose from menus: how much text, how many words, how many ended sentences. */
export interface ProseTraits {
  readonly length: number;
  readonly words: number;
  readonly sentences: number;
  readonly endsSentence: boolean;
  /** Words follow each other as in speech; false for a row of names, terms or links. Judged only where it matters. */
  readonly flows: boolean;
}

/** Counts only the first 20,000 characters: enough to know a paragraph by. */
export function proseTraits(text: string): ProseTraits {
  const sample = text.slice(0, 20_000);
  const ideographs = sample.match(IDEOGRAPHIC)?.length ?? 0;
  const words = (sample.match(/\S+/g)?.length ?? 0) + Math.floor(ideographs / 2);
  const sentences = sample.match(TERMINAL)?.length ?? 0;
  const endsSentence = ENDS.test(text.slice(-6));
  const flows = sentences > 0 || words < FEWEST_FLOWING || isFlowing(sample);
  return { length: text.length + ideographs, words, sentences, endsSentence, flows };
}

const FEWEST_FLOWING = 20;
const LEAST_LOWER_CASE = 0.4;

/** `Berlin Fashion Week Cara Delevingne Chanel Dior`: a cloud of terms has hardly a word in lower case. */
function isFlowing(text: string): boolean {
  const upper = text.match(/(?<!\p{L})\p{Lu}/gu)?.length ?? 0;
  const lower = text.match(/(?<!\p{L})\p{Ll}/gu)?.length ?? 0;
  return lower >= (upper + lower) * LEAST_LOWER_CASE;
}

/** Whether a block reads like a paragraph of an article: several words and a sentence that ends. */
export function isProse(traits: ProseTraits): boolean {
  return (
    (traits.words >= 10 && traits.sentences >= 1) ||
    (traits.length >= 160 && traits.words >= FEWEST_FLOWING && traits.flows)
  );
}
