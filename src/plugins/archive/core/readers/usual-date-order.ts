import type { DateOrder } from '../dates/date-reading';

const SAMPLE = 4000;

/**
 * How `03/08/2016` is meant where nobody said so and only one way is in use: all countries that write Arabic put the
 * day first. Undefined where the script leaves it open.
 */
export function usualDateOrder(text: string): DateOrder | undefined {
  let [arabic, latin] = [0, 0];
  const end = Math.min(text.length, SAMPLE);
  for (let at = 0; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0x61 && code <= 0x7a) latin += 1;
    else if (code >= 0x620 && code <= 0x6ff) arabic += 1;
  }
  return arabic > latin && arabic > 50 ? 'day-month-year' : undefined;
}
