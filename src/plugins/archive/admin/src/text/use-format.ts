import { useMemo } from 'react';
import { useIntl } from 'react-intl';

const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
const SECONDS_OF = { hour: 3600, minute: 60, second: 1 } as const;

/** Numbers, sizes, dates and spans of time as people of the admin's language write them. */
export function useFormat() {
  const { locale } = useIntl();
  return useMemo(() => formatsOf(locale), [locale]);
}

function formatsOf(locale: string) {
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  return {
    number: (value: number) => number.format(value),
    percent: (share: number) => percent.format(share),
    dateTime: (iso: string) => dateTime.format(new Date(iso)),
    bytes: (bytes: number) => bytesIn(locale, bytes),
    duration: (seconds: number) => durationIn(locale, seconds),
  };
}

function bytesIn(locale: string, bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(BYTE_UNITS.length - 1, Math.floor(Math.log2(bytes) / 10));
  const unit = BYTE_UNITS[power] ?? 'byte';
  const value = bytes / 1024 ** power;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: value < 10 && power > 0 ? 1 : 0,
  }).format(value);
}

/** The two largest parts: `2 hr 5 min`, `40 sec`. */
function durationIn(locale: string, seconds: number): string {
  let left = Math.max(0, Math.round(seconds));
  const parts: string[] = [];
  for (const unit of ['hour', 'minute', 'second'] as const) {
    const value = Math.floor(left / SECONDS_OF[unit]);
    left -= value * SECONDS_OF[unit];
    if (value === 0 && (unit !== 'second' || parts.length > 0)) continue;
    if (parts.length === 2) break;
    parts.push(new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(value));
  }
  return parts.join(' ');
}
