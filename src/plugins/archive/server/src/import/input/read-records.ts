import { withHead, type ByteSource } from './containers/byte-source';
import { isContainer, leavesOf } from './containers/containers';
import { budgetFor, DEFAULT_CONTAINER_LIMITS } from './containers/container-limits';
import type { ParseSettings, ParseTask, Watch } from './parse-task';
import type { OpenInput } from './read-input';
import { readPart, refuse, type Reading } from './read-part';
import type { RecordInFile } from './record-place';
import { issueAbout, refusedRecord } from './refuse-record';

/**
 * The records of an open file, decoded: its own, or those of the files in it.
 * @throws InputFault when it cannot be read on.
 */
export function readRecords(
  input: OpenInput,
  task: ParseTask,
  settings: ParseSettings,
  watch: Watch,
): AsyncGenerator<RecordInFile> {
  watch.rest();
  const head = input.next() ?? new Uint8Array(0);
  const path = task.file.dumpPath;
  const reading = { task, settings, watch };
  if (isContainer(head, path)) return readContainer(head, input, reading);
  return readPart({ member: null, path, head, source: sourceOf(input, head) }, { part: 0, from: 0 }, reading);
}

/** The records of all files in a container, numbered through. */
async function* readContainer(
  head: Uint8Array,
  input: OpenInput,
  reading: Reading,
): AsyncGenerator<RecordInFile> {
  const { file } = reading.task;
  const budget = budgetFor(input.size, reading.settings.containers ?? DEFAULT_CONTAINER_LIMITS);
  let index = 0;
  let number = 0;
  const source = sourceOf(input, head);
  const place = { member: null, path: file.dumpPath, source, random: input, depth: 0 };
  for await (const leaf of leavesOf(place, budget)) {
    const records =
      'trouble' in leaf
        ? [refuse(leaf, index, file)]
        : readPart(leaf, { part: number, from: index }, reading);
    number += 1;
    for await (const record of records) {
      index = record.index + 1;
      yield record;
    }
    reading.watch.rest();
  }
  if (index === 0) yield refusedRecord(file, 0, [issueAbout('container-empty', '')]);
}

function sourceOf(input: OpenInput, head: Uint8Array): ByteSource {
  return withHead(head, { next: () => input.next(), damage: () => null });
}
