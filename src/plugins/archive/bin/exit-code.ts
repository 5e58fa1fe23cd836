/** What the command's exit code tells a script. */
export const EXIT = {
  allWell: 0,
  /** Some records were quarantined or rejected, or some paths could not be read. */
  someRefused: 1,
  couldNotRun: 2,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Something that stops a command before or while it runs, told in words for the person who typed it. */
export class CommandError extends Error {}
