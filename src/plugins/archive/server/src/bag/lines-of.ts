import { createReadStream } from 'node:fs';

/** The lines of a text file in UTF-8, without their `\n`; memory is one line and one part of the file. */
export async function* linesOf(path: string): AsyncGenerator<string> {
  let begun: string[] = [];
  for await (const part of createReadStream(path, { encoding: 'utf8', highWaterMark: 256 * 1024 })) {
    const pieces = String(part).split('\n');
    for (const piece of pieces.slice(0, -1)) {
      yield begun.length === 0 ? piece : [...begun, piece].join('');
      begun = [];
    }
    begun.push(pieces.at(-1) ?? '');
  }
  const rest = begun.join('');
  if (rest !== '') yield rest;
}
