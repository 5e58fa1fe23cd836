import type { DateOrder } from '../dates/date-reading';

const SAMPLE = 4000;

/**
 * How `03/08/2016` is meant where nobody said so and only one way is in use: all countries that write Arabic put the
 * day first. Undefined where the script leaves it open.
 */
export function usualDateOrder(text: string): DateOrder | undefined {
  const sample = text.slice(0, SAMPLE);
  const arabic = sample.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  const latin = sample.match(/[a-z]/g)?.length ?? 0;
  return arabic > latin && arabic > 50 ? 'day-month-year' : undefined;
}
