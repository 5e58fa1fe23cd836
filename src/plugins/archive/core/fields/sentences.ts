const TERMINAL = /[.!?…。؟！？]+["'”’»)\]]*(?=\s|$|[\u3000-\u9fff])/gu;
const IDEOGRAPHIC = /[\u3040-\u30ff\u3400-\u9fff]/g;

/** What tells prose from menus: how much text, how many words, how many ended sentences. */
export interface ProseTraits {
  readonly length: number;
  readonly words: number;
  readonly sentences: number;
  readonly endsSentence: boolean;
}

/** Counts only the first 20,000 characters: enough to know a paragraph by. */
export function proseTraits(text: string): ProseTraits {
  const sample = text.slice(0, 20_000);
  const ideographs = sample.match(IDEOGRAPHIC)?.length ?? 0;
  const words = (sample.match(/\S+/g)?.length ?? 0) + Math.floor(ideographs / 2);
  const sentences = sample.match(TERMINAL)?.length ?? 0;
  const endsSentence = /[.!?…。؟！？:]["'”’»)\]]*$/u.test(text.slice(-6));
  return { length: text.length + ideographs, words, sentences, endsSentence };
}

/** Whether a block reads like a paragraph of an article: several words and a sentence that ends. */
export function isProse(traits: ProseTraits): boolean {
  return (traits.words >= 10 && traits.sentences >= 1) || (traits.length >= 160 && traits.words >= 20);
}
