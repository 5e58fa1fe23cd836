import { Refusal } from '../refusal';

/** Which article is to be taken down or brought back, why, and who asks. */
export interface TakedownRequest {
  readonly contentType: string;
  readonly documentId: string;
  /** Null for all languages of the document. */
  readonly locale: string | null;
  readonly reason: string;
  readonly actor: string;
}

const LONGEST_REASON = 500;

/** The reason is shown to whoever follows an old link, so there must be one. @throws Refusal */
export function checkedReason(reason: unknown): string {
  const text = typeof reason === 'string' ? reason.trim() : '';
  if (text === '') throw new Refusal('invalid', 'Give a reason: readers who follow an old link will see it.');
  if (text.length > LONGEST_REASON) {
    throw new Refusal(
      'invalid',
      `The reason has ${text.length} characters; at most ${LONGEST_REASON} are kept.`,
    );
  }
  return text;
}
