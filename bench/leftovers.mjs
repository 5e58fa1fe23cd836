/** What a benchmark must take away again: folders, databases and processes, also where it is interrupted. */

/** @returns {{ add(remove: () => unknown): void, removeAll(): Promise<void> }} the last added goes first */
export function leftovers() {
  const removals = [];
  let removing = Promise.resolve();
  const removeRest = async () => {
    while (removals.length > 0) {
      try {
        await removals.pop()();
      } catch (error) {
        process.stderr.write(`Could not clean up: ${error.message}\n`);
      }
    }
  };
  return {
    add: (remove) => removals.push(remove),
    // One after another, so that whoever asks last waits for what the first is still removing.
    removeAll: () => (removing = removing.then(removeRest)),
  };
}

/** Ctrl-C and `timeout` clean up, too. */
export function cleanUpWhenStopped(left) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, async () => {
      process.stderr.write('Stopped; cleaning up.\n');
      await left.removeAll();
      process.exit(130);
    });
  }
}
