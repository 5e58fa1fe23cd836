/** What a benchmark must take away again: folders, databases and processes, also where it is interrupted. */

/** @returns {{ add(remove: () => unknown): void, removeAll(): Promise<void> }} the last added goes first */
export function leftovers() {
  const removals = [];
  return {
    add: (remove) => removals.push(remove),
    async removeAll() {
      while (removals.length > 0) {
        try {
          await removals.pop()();
        } catch (error) {
          process.stderr.write(`Could not clean up: ${error.message}\n`);
        }
      }
    },
  };
}

/** Ctrl-C and `timeout` clean up, too. */
export function cleanUpWhenStopped(left) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, async () => {
      await left.removeAll();
      process.exit(130);
    });
  }
}
