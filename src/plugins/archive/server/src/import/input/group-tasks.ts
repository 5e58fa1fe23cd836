import type { ParseTask } from './parse-task';

const MOST_FILES = 64;
const MOST_BYTES = 4 * 1024 * 1024;

/** Small files go to a worker together, so that messages are few; a big one goes alone. Keeps their order. */
export async function* groupTasks(
  tasks: Iterable<ParseTask> | AsyncIterable<ParseTask>,
): AsyncGenerator<readonly ParseTask[]> {
  let group: ParseTask[] = [];
  let bytes = 0;
  try {
    for await (const task of tasks) {
      if (group.length > 0 && (group.length >= MOST_FILES || bytes + task.file.size > MOST_BYTES)) {
        yield group;
        group = [];
        bytes = 0;
      }
      group.push(task);
      bytes += task.file.size;
    }
  } catch (error) {
    // What was listed before is still to be parsed.
    if (group.length > 0) yield group;
    throw error;
  }
  if (group.length > 0) yield group;
}
