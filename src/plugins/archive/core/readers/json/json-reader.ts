import { byteOffsetAt } from '../../decode/byte-map';
import { issue } from '../../issue';
import type { SourceRecord } from '../../source-record';
import { planColumns } from '../columns/column-plan';
import type { Confidence, Reader, ReaderOptions } from '../reader';
import { headAsText, isOpen, openTextFile, type TextFile } from '../slices/open-text-file';
import { recordOfSlice, refusedRecord, tooLargeRecord } from '../slices/record-of-slice';
import { elementCutter, type CutElement, type ElementCutter } from './cut-elements';
import { findList, firstSign, nextList, type Likeness } from './find-list';
import { samplesOfHead } from './json-head';
import { parseRecord, stateByColumns, type JsonRecord } from './record-of-json';

/** Makes the records of one JSON file: what a value of it states. */
export type StateRecord = (parsed: JsonRecord) => SourceRecord;

/** Reads JSON: a list of articles, an object that holds one, values that follow each other, or one article. */
export const jsonReader: Reader = {
  name: 'json',

  recognises(head: Uint8Array, path: string, options?: ReaderOptions): Confidence {
    const text = beginsLikeJson(head) ? headAsText(head, options?.encoding) : null;
    if (text === null) return 0;
    const { first } = findList(text);
    if (/\.json$/i.test(path)) return first === null ? 0.6 : 0.8;
    // `[1] Home [2] News` is a page as lynx saves it.
    return first?.kind === 'object' ? 0.7 : 0;
  },

  async *records(chunks: AsyncIterable<Uint8Array>, options: ReaderOptions): AsyncIterable<SourceRecord> {
    const file = await openTextFile(chunks, options, jsonReader.name);
    if (!isOpen(file)) {
      yield file;
      return;
    }
    const plan = planColumns(samplesOfHead(file.headText), options);
    yield* jsonRecords(file, options, jsonReader.name, stateByColumns(plan));
  },
};

/** `[` or `{` behind white space and a byte-order mark; UTF-16 has zeros between. */
export function beginsLikeJson(head: Uint8Array): boolean {
  const sign = head
    .subarray(0, 1000)
    .find((byte) => byte > 0x20 && byte !== 0xef && byte !== 0xbb && byte !== 0xbf && byte < 0xfe);
  return sign === 0x5b || sign === 0x7b;
}

/** The values of a file that are articles, each parsed and given to `state`. */
export async function* jsonRecords(
  file: TextFile,
  options: ReaderOptions,
  format: string,
  state: StateRecord,
  likeness?: Likeness,
): AsyncGenerator<SourceRecord> {
  const { window } = file;
  const { ordinal } = findList(file.headText, likeness);
  let start = firstSign(window);
  for (let list = 0; ordinal !== null && list <= ordinal; list += 1) start = nextList(window, start) ?? start;
  const cutter = elementCutter(window, start, ordinal !== null, options.maxRecordBytes);
  let index = 0;
  for (let cut = await cutter.next(); cut !== null; cut = await cutter.next()) {
    yield state(recordOfElement(file, cutter, cut, { index, format }));
    index += 1;
  }
  const place = { index, start: window.byteAt(window.end), end: window.byteAt(window.end), format };
  if (ordinal !== null && !cutter.listEnded) {
    yield refusedRecord(place, [issue('json-invalid', NOWHERE, 'the file ends inside the list')]);
  }
}

const NOWHERE = { start: 0, end: 0 };

function recordOfElement(
  file: TextFile,
  cutter: ElementCutter,
  cut: CutElement,
  place: { readonly index: number; readonly format: string },
): JsonRecord {
  const { window, decoder } = file;
  if (cut.tooLarge) {
    const [start, end] = [window.byteAt(cut.from), window.byteAt(cut.to)];
    const record = tooLargeRecord({ ...place, start, end }, decoder.encoding);
    return { record, parsed: { root: null, fault: { at: 0, from: 0, found: '' } } };
  }
  const whole = parseRecord(recordOfSlice(file, cut, place));
  if (whole.parsed.root !== null) return whole;
  const { text, encoding } = whole.record;
  const units = (byteOffsetAt(text, encoding.name, whole.parsed.fault.from) ?? 0) / window.unitBytes;
  const shorter = cutter.shorten(cut, cut.from + Math.floor(units));
  return shorter.to === cut.to ? whole : parseRecord(recordOfSlice(file, shorter, place));
}
