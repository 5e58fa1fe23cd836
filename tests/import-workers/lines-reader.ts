import { READERS, type Reader } from '../../src/plugins/archive/core/readers';
import type { ByteOffset } from '../../src/plugins/archive/core/source-record';

/** A format of many records to a file, for tests: each line of `*.lines` is a page, with `\n` for its line ends. */
const linesReader: Reader = {
  name: 'lines',
  recognises: (_head, path) => (path.endsWith('.lines') ? 1 : 0),
  async *records(chunks) {
    let rest = '';
    let index = 0;
    let start = 0;
    for await (const chunk of chunks) {
      const lines = (rest + Buffer.from(chunk).toString('latin1')).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const end = start + line.length + 1;
        yield {
          index,
          start: start as ByteOffset,
          end: end as ByteOffset,
          format: 'lines',
          encoding: { name: 'utf-8', confidence: 1, from: 'declared' },
          text: line.replaceAll('\\n', '\n'),
          issues: [],
          stated: null,
          refused: null,
        };
        index += 1;
        start = end;
      }
    }
  },
};

/** Lets the parser know the format, in the thread that calls this. */
export function knowLinesFormat(): void {
  (READERS as Reader[]).unshift(linesReader);
}
