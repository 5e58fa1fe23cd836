import { RecordCutter, type Cut, type CutOptions } from './record-cutter';
import { widthOf } from './unit-width';

export type { Cut, CutOptions } from './record-cutter';

/**
 * Cuts the records of a markup file out of its bytes, `<item>` to `</item>`, before anything is parsed, so that a
 * broken record harms none beside it. Holds one record in memory, whatever the size of the file.
 */
export async function* cutRecords(
  chunks: AsyncIterable<Uint8Array>,
  options: CutOptions,
): AsyncGenerator<Cut> {
  let cutter: RecordCutter | null = null;
  for await (const chunk of chunks) {
    cutter ??= new RecordCutter(options, widthOf(chunk));
    cutter.append(chunk);
    yield* cutter.cuts(false);
  }
  if (cutter !== null) yield* cutter.cuts(true);
}
