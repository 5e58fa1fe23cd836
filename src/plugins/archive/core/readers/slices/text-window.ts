import type { ByteOffset } from '../../source-record';
import type { FileWindow } from './file-window';

/** A text as a window, for looking at a file's head with what cuts its records later. */
export function textWindow(text: string): FileWindow {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at += 1) units[at] = text.charCodeAt(at);
  return {
    units,
    base: 0,
    end: text.length,
    complete: true,
    unitBytes: 2,
    more: () => Promise.resolve(),
    bytes: (from, to) => new Uint8Array(units.buffer, from * 2, (to - from) * 2),
    byteAt: (position) => (position * 2) as ByteOffset,
  };
}
