/** What a sample of a dump tells about the whole of it. */
export interface Sample {
  /** Bytes of the files that were read. */
  readonly bytes: number;
  readonly records: number;
  /** UTF-8 bytes of the bodies found. */
  readonly bodyBytes: number;
  /** Seconds that reading and understanding took. */
  readonly seconds: number;
}

/** Expected size of an import; the records are those of the sample, scaled to all bytes. */
export interface Estimate {
  readonly records: number;
  readonly databaseBytes: number;
  readonly seconds: number;
}

/** A database page: a row that holds an article's text takes whole ones. */
const PAGE = 4096;
/** Fields, links and index entries of a row, beside its text. */
const ROW_BYTES = 800;
/** Ledger, evidence, keys, links and their indexes for one record. Measured: 8 KB (bench/RESULTS.md). */
const RECORD_BYTES = 8192;
/** Writing one record, where reading does not take longer. Measured, with a margin of two. */
const WRITE_SECONDS = 0.001;

/** Scales a sample up; `rows` is 2 for published articles (draft and published), 1 for drafts. Rough, on the safe side. */
export function estimate(sample: Sample, totalBytes: number, rows: 1 | 2): Estimate {
  if (sample.bytes === 0 || sample.records === 0) return { records: 0, databaseBytes: 0, seconds: 0 };
  const records = Math.ceil((sample.records * totalBytes) / sample.bytes);
  const body = sample.bodyBytes / sample.records;
  const pages = Math.ceil((body + ROW_BYTES) / PAGE);
  return {
    records,
    databaseBytes: records * (rows * pages * PAGE + RECORD_BYTES),
    seconds: Math.ceil(records * Math.max(WRITE_SECONDS, sample.seconds / sample.records)),
  };
}
