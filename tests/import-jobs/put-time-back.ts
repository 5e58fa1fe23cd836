import { utimes } from 'node:fs/promises';

/** Gives a file the time of change that it had, to the millisecond. */
export async function putTimeBack(file: string, milliseconds: number): Promise<void> {
  // Half a millisecond more, since seconds as a fraction may come out a little lower.
  const seconds = (Math.trunc(milliseconds) + 0.5) / 1000;
  await utimes(file, seconds, seconds);
}
