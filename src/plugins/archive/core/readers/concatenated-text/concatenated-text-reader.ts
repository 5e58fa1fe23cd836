import { issue } from '../../issue';
import type { SourceRecord } from '../../source-record';
import type { Confidence, Reader, ReaderOptions } from '../reader';
import { headAsText, isOpen, openTextFile, type TextFile } from '../slices/open-text-file';
import { recordOfSlice, tooLargeRecord } from '../slices/record-of-slice';
import { cutArticles } from './cut-articles';
import { findSeparator } from './find-separator';
import { isCounter, labelOf, namedSeparator, type Separator } from './separator';

/** Text that is markup or data is another reader's, whatever its lines look like. */
const NO_TEXT = /^\s*(?:[<{]|\[\s*[{\]])/;

/** Reads several articles from one file of text, parted by lines that a person named or that recur. */
export const concatenatedTextReader: Reader = {
  name: 'concatenated-text',

  recognises(head: Uint8Array, _path: string, options?: ReaderOptions): Confidence {
    if (options?.separators === undefined && !mayBeParted(head)) return 0;
    const text = headAsText(head, options?.encoding);
    if (text === null || NO_TEXT.test(text.slice(0, 200))) return 0;
    if (options?.separators !== undefined) return 0.95;
    return findSeparator(text) === null ? 0 : 0.65;
  },

  async *records(chunks: AsyncIterable<Uint8Array>, options: ReaderOptions): AsyncIterable<SourceRecord> {
    const file = await openTextFile(chunks, options, concatenatedTextReader.name);
    if (isOpen(file)) yield* articlesOf(file, options);
    else yield file;
  },
};

const GLANCE_BYTES = 64 * 1024;
const RULE = /(?:^|[\r\n])[ \t]*([-*=#~])(?:[ \t]*\1){2,}[ \t]*(?=[\r\n])/;

/** A quick look, since every file of a dump is asked: is there anything that could part articles? */
function mayBeParted(head: Uint8Array): boolean {
  const text = new TextDecoder().decode(head.subarray(0, GLANCE_BYTES)).replaceAll('\0', '');
  if (text.includes('\f') || RULE.test(text)) return true;
  const first = /\S[^\r\n]*/.exec(text.slice(0, 2000))?.[0] ?? '';
  if (isCounter(first) || labelOf(first) !== null) return true;
  // In an encoding that is not UTF-8 a label cannot be known yet.
  return first.includes('\ufffd') && first.indexOf(':') > 1;
}

/** A file without a separator is one article. */
const NONE: Separator = { name: '', formFeeds: false, roleOf: () => null };

async function* articlesOf(file: TextFile, options: ReaderOptions): AsyncGenerator<SourceRecord> {
  const { window, decoder } = file;
  const named = options.separators === undefined ? null : namedSeparator(options.separators);
  const separator = named ?? findSeparator(file.headText) ?? NONE;
  const format = concatenatedTextReader.name;
  let index = 0;
  for await (const cut of cutArticles(file, separator, options.maxRecordBytes)) {
    const [start, end] = [window.byteAt(cut.from), window.byteAt(cut.to)];
    if (cut.tooLarge) yield tooLargeRecord({ index, start, end, format }, decoder.encoding);
    else {
      const record = recordOfSlice(file, cut, { index, format });
      const guessed = named === null && index === 0 && separator !== NONE;
      const doubts = guessed ? [issue('text-cut-unsure', { start: 0, end: 0 }, separator.name)] : [];
      yield { ...record, issues: [...record.issues, ...doubts] };
    }
    index += 1;
  }
}
