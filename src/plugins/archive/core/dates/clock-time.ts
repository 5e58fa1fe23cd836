import type { Token } from './tokens';

/** A time of day and the token after it. */
export interface ClockTime {
  /** `10:45`, `22:05:30`, `10:22:00+03:00`, `22:05 KSA`. */
  readonly time: string;
  readonly next: number;
}

const MORNING: ReadonlySet<string> = new Set(['am', 'ص', 'صباحا', 'صباح']);
const EVENING: ReadonlySet<string> = new Set(['pm', 'م', 'مساء', 'مساءا']);
const HOUR_WORDS: ReadonlySet<string> = new Set(['uhr', 'hrs', 'h', 'hours', 'uur']);
const ZONES: ReadonlySet<string> = new Set(
  'z gmt utc ksa est edt et cst cdt ct mst mdt pst pdt pt cet cest mez mesz bst wet eet eest msk ist ast hkt jst aest غرينتش'.split(
    ' ',
  ),
);

/** Reads `10:45`, `10:45:30 pm`, `10.45 Uhr`, `10h45`, `10 a.m.`, with its zone; null where there is none. */
export function clockAt(tokens: readonly Token[], index: number): ClockTime | null {
  const hour = small(tokens[index]);
  if (hour === null) return null;
  const mark = tokens[index + 1]?.key ?? '';
  const minute = [':', '.', 'h'].includes(mark) ? exactlyTwo(tokens[index + 2]) : null;
  const second = minute !== null && tokens[index + 3]?.key === mark ? exactlyTwo(tokens[index + 4]) : null;
  const digits = minute === null ? index + 1 : second === null ? index + 3 : afterFraction(tokens, index + 5);
  const half = halfAt(tokens, digits);
  const worded = half !== null || HOUR_WORDS.has(tokens[digits]?.key ?? '');
  if (!worded && (minute === null || mark === '.')) return null;
  const hours = half === null ? hour : half.evening ? (hour % 12) + 12 : hour % 12;
  if (hours > 23 || (half !== null && (hour < 1 || hour > 12)) || (minute ?? 0) > 59 || (second ?? 0) > 59)
    return null;
  const afterWord = half?.next ?? (worded ? digits + 1 : digits);
  const zone = zoneAt(tokens, afterWord);
  const parts = [hours, minute ?? 0, ...(second === null ? [] : [second])];
  const time = parts.map((part) => String(part).padStart(2, '0')).join(':');
  return { time: `${time}${zone?.zone ?? ''}`, next: zone?.next ?? afterWord };
}

/** `T102200Z`, the compact form of ISO 8601; the digits follow their `T` at once. */
export function compactClockAt(tokens: readonly Token[], index: number): ClockTime | null {
  const digits = tokens[index];
  if (tokens[index - 1]?.text !== 'T' || digits?.kind !== 'number' || digits.spaced) return null;
  const parts = /^([01]\d|2[0-3])([0-5]\d)([0-5]\d)?$/.exec(digits.key);
  if (parts === null) return null;
  const zone = zoneAt(tokens, index + 1);
  const time = parts
    .slice(1)
    .filter((part: string | undefined) => part !== undefined)
    .join(':');
  return { time: `${time}${zone?.zone ?? ''}`, next: zone?.next ?? index + 1 };
}

function small(token: Token | undefined): number | null {
  return token?.kind === 'number' && token.key.length <= 2 ? Number(token.key) : null;
}

function exactlyTwo(token: Token | undefined): number | null {
  return token?.kind === 'number' && token.key.length === 2 && !token.spaced ? Number(token.key) : null;
}

/** `10:22:00.000Z` */
function afterFraction(tokens: readonly Token[], index: number): number {
  const digits = tokens[index + 1];
  return tokens[index]?.key === '.' && digits?.kind === 'number' && !digits.spaced ? index + 2 : index;
}

function halfAt(tokens: readonly Token[], index: number): { evening: boolean; next: number } | null {
  const token = tokens[index];
  if (token?.kind !== 'word') return null;
  if (MORNING.has(token.key)) return { evening: false, next: index + 1 };
  if (EVENING.has(token.key)) return { evening: true, next: index + 1 };
  // `a.m.`
  if (!['a', 'p'].includes(token.key) || tokens[index + 1]?.key !== '.' || tokens[index + 2]?.key !== 'm')
    return null;
  return { evening: token.key === 'p', next: tokens[index + 3]?.key === '.' ? index + 4 : index + 3 };
}

/** `Z`, `+03:00`, ` GMT+3`, ` KSA`, ` (EST)`, ` بتوقيت غرينتش`. */
function zoneAt(tokens: readonly Token[], index: number): { zone: string; next: number } | null {
  const bracket = tokens[index]?.key === '(';
  const from = bracket || tokens[index]?.key === 'بتوقيت' ? index + 1 : index;
  const name = tokens[from];
  const named = name?.kind === 'word' && ZONES.has(name.key);
  const offset = offsetAt(tokens, named ? from + 1 : from);
  if (!named && (offset === null || from !== index)) return null;
  const end = offset?.next ?? from + 1;
  const next = bracket && tokens[end]?.key === ')' ? end + 1 : end;
  if (bracket && next === end) return null;
  const label = named ? (name.key === 'z' ? 'Z' : ` ${name.text}`) : '';
  return { zone: `${label}${offset?.offset ?? ''}`, next };
}

function offsetAt(tokens: readonly Token[], index: number): { offset: string; next: number } | null {
  const [sign, hours, colon, minutes] = tokens.slice(index, index + 4);
  if ((sign?.key !== '+' && sign?.key !== '-') || sign.spaced || hours?.kind !== 'number' || hours.spaced)
    return null;
  if (hours.key.length === 4) {
    return { offset: `${sign.key}${hours.key.slice(0, 2)}:${hours.key.slice(2)}`, next: index + 2 };
  }
  if (hours.key.length > 2) return null;
  const exact = colon?.key === ':' ? exactlyTwo(minutes) : null;
  const offset = `${sign.key}${hours.key.padStart(2, '0')}:${String(exact ?? 0).padStart(2, '0')}`;
  return { offset, next: exact === null ? index + 2 : index + 4 };
}
