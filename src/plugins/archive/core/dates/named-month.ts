import { LONGEST_MONTH_NAME, MONTHS, type NamedMonth } from './month-names';
import type { Token } from './tokens';

/** A month name, or the same month by two names, and the token after it. */
export interface MonthAt extends NamedMonth {
  readonly name: string;
  readonly next: number;
  /** False for `يوليو (آب)`, where the two names are different months. */
  readonly agreed: boolean;
  /** The second month of `January/February`, where it follows the first; else null. */
  readonly through: number | null;
}

/** The month named at a token; null where none is. */
export function monthAt(tokens: readonly Token[], index: number): MonthAt | null {
  const first = oneMonthAt(tokens, index);
  if (first === null) return null;
  // `يوليو (تموز)`, `تموز/يوليو`: the same month by its two names.
  const opening = tokens[first.next]?.key ?? '';
  if (!['(', '/', '-'].includes(opening)) return first;
  const second = oneMonthAt(tokens, first.next + 1);
  if (second === null || second.calendar !== first.calendar) return first;
  const closed = opening !== '(' || tokens[second.next]?.key === ')';
  if (!closed) return first;
  const next = opening === '(' ? second.next + 1 : second.next;
  const double = opening !== '(' && first.calendar === 'gregorian' && second.month === first.month + 1;
  return { ...first, next, agreed: first.month === second.month, through: double ? second.month : null };
}

function oneMonthAt(tokens: readonly Token[], index: number): MonthAt | null {
  if (tokens[index]?.kind !== 'word') return null;
  let name = '';
  let best: MonthAt | null = null;
  let next = index;
  for (let words = 0; words < LONGEST_MONTH_NAME; words += 1) {
    const token = tokens[next];
    if (token === undefined || token.kind === 'mark') break;
    name = words === 0 ? token.key : `${name} ${token.key}`;
    next += 1;
    const month = MONTHS.get(name);
    if (month !== undefined) best = { ...month, name, next, agreed: true, through: null };
    // `Sha'ban`, `Rabi al-Awwal`
    if (["'", '-'].includes(tokens[next]?.key ?? '')) next += 1;
  }
  return best;
}
