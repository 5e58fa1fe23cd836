import type { ReaderOptions } from '../../../../core/readers';
import { decompress } from './decompress';
import type { ParseSettings } from './parse-task';

/** What a reader is told: what a person said comes before what the named profile says. */
export function readerOptions({
  profile,
  encoding,
  separator,
  maxRecordBytes,
}: ParseSettings): ReaderOptions {
  const named = encoding ?? profile?.encoding;
  const separators = separator == null ? (profile?.separators ?? []) : [separator];
  const columns = profile?.columns ?? {};
  return {
    maxRecordBytes,
    decompress,
    ...(named === undefined ? {} : { encoding: named }),
    ...(separators.length === 0 ? {} : { separators }),
    ...(Object.keys(columns).length === 0 ? {} : { columns }),
    ...(profile?.dateOrder === undefined ? {} : { dateOrder: profile.dateOrder }),
  };
}
