import { getFileNameLowLevel, type Entry } from 'yauzl';

const UTF_8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The name of a zip entry. Many tools write UTF-8 without saying so; else the standard's code page 437 is meant. */
export function zipEntryName({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  try {
    return UTF_8.decode(fileNameRaw);
  } catch {
    return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true);
  }
}
