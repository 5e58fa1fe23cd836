import { decode, type Decoded } from '../../decode/decode';
import { issue, type Issue as Trouble } from '../../issue';
import type { ByteOffset, SourceRecord } from '../../source-record';
import { readXml } from '../../xml/read-xml';
import { xmlRootOf } from '../../xml/xml-root';
import type { Confidence, Reader, ReaderOptions } from '../reader';
import { gatherBytes } from '../text/gather-bytes';
import { readAltoPage, type AltoPage, type AltoWord } from './alto-page';
import { issueOfPage } from './issue-of-page';
import { readIssue, type PageArea } from './mets-issue';
import { statePart } from './state-part';

const NAME = 'mets-alto';
const NOWHERE = { start: 0, end: 0 };
/** Pages of an issue that are kept at a time; articles go from one to the next. */
const PAGES_KEPT = 8;

/**
 * Reads newspaper issues: a METS file is the issue and its articles are records, whose text is on ALTO pages beside it.
 * An ALTO page that no METS file beside it names is a record of its own.
 */
export const metsAltoReader: Reader = {
  name: NAME,

  recognises(head: Uint8Array): Confidence {
    const { local } = xmlRootOf(head);
    return local === 'mets' || local === 'alto' ? 1 : 0;
  },

  async *records(chunks: AsyncIterable<Uint8Array>, options: ReaderOptions): AsyncIterable<SourceRecord> {
    const { bytes, length } = await gatherBytes(chunks, options.maxRecordBytes);
    if (bytes === null) {
      yield refused(length, [issue('record-too-large', NOWHERE, `${length} bytes`)], 'quarantined');
      return;
    }
    const { local, encoding } = xmlRootOf(bytes);
    const declared = {
      ...(encoding === null ? {} : { declared: encoding }),
      ...(options.encoding === undefined ? {} : { encoding: options.encoding }),
    };
    const decoded = decode(bytes, declared);
    if (decoded.refused === 'rejected') yield refused(length, decoded.issues, 'rejected');
    else if (local === 'alto') yield await pageAlone(bytes, decoded, options);
    else yield* articles(decoded, length, options);
  },
};

async function pageAlone(
  bytes: Uint8Array,
  { encoding }: Decoded,
  options: ReaderOptions,
): Promise<SourceRecord> {
  const mets = await issueOfPage(options);
  if (mets !== null) return refused(bytes.length, [issue('part-of-issue', NOWHERE, mets)], 'rejected');
  const { words } = readAltoPage(bytes);
  const part = statePart(words, null, null, []);
  return {
    index: 0,
    start: 0 as ByteOffset,
    end: bytes.length as ByteOffset,
    format: NAME,
    encoding,
    ...part,
  };
}

async function* articles(
  decoded: Decoded,
  length: number,
  options: ReaderOptions,
): AsyncGenerator<SourceRecord> {
  const { text, encoding } = decoded;
  const newspaper = readIssue(text, readXml(text));
  const pages = new Pages(options);
  const bytes = new ByteCounter(text, decoded.bomLength, length);
  for (const [index, part] of newspaper.parts.entries()) {
    const { words, missing } = await wordsOf(part.areas, pages);
    const troubles = missing.map((file) => issue('companion-missing', NOWHERE, file));
    const start = bytes.at(part.div.start);
    const stated = statePart(words, newspaper, part, troubles);
    yield { index, start, end: bytes.at(part.div.end), format: NAME, encoding, ...stated };
  }
  if (newspaper.parts.length === 0)
    yield refused(length, [issue('records-missing', NOWHERE, NAME)], 'rejected');
}

async function wordsOf(
  areas: readonly PageArea[],
  pages: Pages,
): Promise<{ words: AltoWord[]; missing: string[] }> {
  const words: AltoWord[] = [];
  const missing = new Set<string>();
  let blocks = 0;
  for (const { file, begin, end } of areas) {
    const page = await pages.page(file);
    if (page === null) {
      missing.add(file);
      continue;
    }
    const [from, to] =
      begin === null
        ? [0, page.words.length]
        : [page.places.get(begin)?.[0] ?? 0, page.places.get(end ?? begin)?.[1] ?? 0];
    // Areas are paragraphs of their own, whatever the page's blocks.
    blocks += 1_000_000;
    for (const word of page.words.slice(from, to)) words.push({ ...word, block: word.block + blocks });
  }
  return { words, missing: [...missing] };
}

/** The pages beside a METS file, the last few kept. */
class Pages {
  private readonly kept = new Map<string, AltoPage | null>();

  constructor(private readonly options: ReaderOptions) {}

  async page(file: string): Promise<AltoPage | null> {
    const known = this.kept.get(file);
    if (known !== undefined) return known;
    const bytes = (await this.options.companions?.read(file)) ?? null;
    const page = bytes === null ? null : readAltoPage(bytes);
    if (this.kept.size >= PAGES_KEPT) this.kept.delete([...this.kept.keys()][0] ?? '');
    this.kept.set(file, page);
    return page;
  }
}

/** Byte offsets of rising positions, each counted from the one before. */
class ByteCounter {
  private position = 0;

  constructor(
    private readonly text: string,
    private bytes: number,
    private readonly most: number,
  ) {}

  at(position: number): ByteOffset {
    const from = Math.min(this.position, position);
    if (position > from) this.bytes += new TextEncoder().encode(this.text.slice(from, position)).length;
    this.position = Math.max(this.position, position);
    return Math.min(this.bytes, this.most) as ByteOffset;
  }
}

function refused(
  length: number,
  issues: readonly Trouble[],
  outcome: 'quarantined' | 'rejected',
): SourceRecord {
  // The record has no text, so there is no other place to name in it.
  const troubles = issues.map((one) => ({ ...one, ...NOWHERE }));
  return {
    index: 0,
    start: 0 as ByteOffset,
    end: length as ByteOffset,
    format: NAME,
    encoding: { name: 'utf-8', confidence: 0, from: 'guessed' },
    text: '',
    stated: null,
    issues: troubles,
    refused: outcome,
  };
}
