import { correctDraft, type Corrections } from '../../../core/draft/correct-draft';
import type { DraftArticle } from '../../../core/draft-article';
import { InputFault } from '../import/input/input-fault';
import { understand } from '../import/input/parse-file';
import type { ParsedRecord } from '../import/input/parsed-record';
import { openInput, type OpenInput } from '../import/input/read-input';
import { recordAt, type RecordPlace } from './read-record-again';

/** A record to understand again, with what a person says of its fields. */
export interface UnderstandingWish extends RecordPlace {
  readonly corrections: Corrections;
}

export type UnderstandingAnswer =
  | {
      readonly found: true;
      /** The record's own text, cut where it is longer than anybody reads. */
      readonly text: string;
      readonly characters: number;
      readonly draft: DraftArticle;
      readonly parsed: ParsedRecord;
    }
  | { readonly found: false; readonly why: string };

const LONGEST_TEXT = 200_000;

/**
 * Reads one record of a file with the same readers as the import did and makes its article once more, with the fields
 * that a person gave. Whatever is wrong is in the answer.
 */
export async function understandRecordAgain(wish: UnderstandingWish): Promise<UnderstandingAnswer> {
  let input: OpenInput | null = null;
  try {
    input = openInput(wish.file.absolute);
    const record = await recordAt(input, wish);
    if (typeof record === 'string') return { found: false, why: record };
    const corrected: DraftArticle[] = [];
    const parsed = understand(wish.file, record, wish.settings, (draft) => {
      const mended = correctDraft(draft, wish.corrections);
      corrected.push(mended);
      return mended;
    });
    const { text } = record;
    const draft = corrected[0] ?? parsed.draft;
    return { found: true, text: text.slice(0, LONGEST_TEXT), characters: text.length, draft, parsed };
  } catch (error) {
    if (error instanceof InputFault) return { found: false, why: error.message };
    throw error;
  } finally {
    input?.close();
  }
}
