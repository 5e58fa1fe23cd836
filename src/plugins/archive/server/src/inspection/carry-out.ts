import type { Inspection, LearnedAnswer, Preview, RecordPlace } from '../../../shared/inspection-api';
import type { ParseSettings } from '../import/input/parse-task';
import { inspectDump } from './inspect-dump';
import { learnProfile } from './learn-profile';
import { previewRecord } from './preview-record';

/** What may be asked about a dump that is not imported yet. */
export type InspectOrder = {
  readonly paths: readonly string[];
  readonly settings: ParseSettings;
} & (
  | { readonly ask: 'inspect' }
  | { readonly ask: 'preview'; readonly place: RecordPlace }
  | { readonly ask: 'learn'; readonly name: string }
);

/** `why` is said to the person who asked. */
export type InspectAnswer =
  | { readonly ok: true; readonly value: Inspection | Preview | LearnedAnswer }
  | { readonly ok: false; readonly why: string };

/** Looks into a dump; whatever is wrong with the dump is in the answer. */
export async function carryOut(order: InspectOrder): Promise<InspectAnswer> {
  switch (order.ask) {
    case 'inspect':
      return answer(await inspectDump(order.paths, order.settings), 'There are no files to read.');
    case 'preview':
      return answer(
        await previewRecord(order.paths, order.place, order.settings),
        'The dump has no such record any more.',
      );
    case 'learn':
      return answer(
        await learnProfile(order.paths, order.name, order.settings),
        'There are no pages of text to learn from.',
      );
  }
}

function answer(value: Inspection | Preview | LearnedAnswer | null, why: string): InspectAnswer {
  return value === null ? { ok: false, why } : { ok: true, value };
}
