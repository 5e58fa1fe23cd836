import { issue } from '../../issue';
import type { SourceRecord } from '../../source-record';
import type { StatedArticle } from '../../stated-article';
import { cutArticles } from '../concatenated-text/cut-articles';
import type { Separator } from '../concatenated-text/separator';
import type { ReaderOptions } from '../reader';
import { isOpen, openTextFile } from '../slices/open-text-file';
import { recordOfSlice, tooLargeRecord } from '../slices/record-of-slice';

/** A press database's export in text. */
export interface PressText {
  readonly name: string;
  /** Made anew for each file, since it may remember what came before a line. */
  separator(): Separator;
  /** What a document states; null where it is none, such as the summary of the search. */
  state(text: string): StatedArticle | null;
}

/** The documents of a press database's export, one by one. */
export async function* pressTextRecords(
  format: PressText,
  chunks: AsyncIterable<Uint8Array>,
  options: ReaderOptions,
): AsyncGenerator<SourceRecord> {
  const file = await openTextFile(chunks, options, format.name);
  if (!isOpen(file)) {
    yield file;
    return;
  }
  const { window, decoder } = file;
  let index = 0;
  for await (const cut of cutArticles(file, format.separator(), options.maxRecordBytes)) {
    const place = { index, format: format.name };
    if (cut.tooLarge) {
      const [start, end] = [window.byteAt(cut.from), window.byteAt(cut.to)];
      yield tooLargeRecord({ ...place, start, end }, decoder.encoding);
    } else yield stated(recordOfSlice(file, cut, place), format);
    index += 1;
  }
}

function stated(record: SourceRecord, format: PressText): SourceRecord {
  const article = record.refused === 'rejected' ? null : format.state(record.text);
  if (article !== null || record.refused === 'rejected') return { ...record, stated: article };
  const at = { start: 0, end: record.text.length };
  const issues = [...record.issues, issue('not-an-article', at, record.text.trim())];
  return { ...record, issues, refused: 'rejected' };
}
