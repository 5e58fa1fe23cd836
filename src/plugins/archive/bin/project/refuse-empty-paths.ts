import { CommandError } from '../exit-code';

/** `import "$DUMP"` with DUMP unset would otherwise mean the folder one happens to be in. */
export function refuseEmptyPaths(paths: readonly string[]): void {
  if (paths.some((path) => path.trim() === '')) {
    throw new CommandError(
      'One of the paths is empty. Name the files or folders to read; "." is this folder.',
    );
  }
}
