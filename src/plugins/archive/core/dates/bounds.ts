import { type Atom, readAtom } from './edtf-atom';

/**
 * The first and last day, `YYYY-MM-DD`, that an EDTF value allows. null at an end that is open, unknown, or outside
 * the years 0001-9999.
 */
export interface DayBounds {
  readonly earliest: string | null;
  readonly latest: string | null;
}

const OPEN: DayBounds = { earliest: null, latest: null };
const LONGEST_EDTF = 1000;

/**
 * The bounds of an EDTF value of level 0, 1 or 2 (ISO 8601-2, Library of Congress 2019); null when it is none.
 *
 * Uncertain and approximate values keep the bounds of what they say: `2016-07~` is July 2016. Digits left open widen
 * them (`201X`), seasons are their months (winter 2016 ends in February 2017), a set or list goes from its first to
 * its last member. A date with time counts as its printed day, without regard to the zone.
 */
export function boundsOf(edtf: string): DayBounds | null {
  if (edtf === '' || edtf.length > LONGEST_EDTF || /\s/.test(edtf)) return null;
  const set = /^(?:\[(.*)\]|\{(.*)\})$/.exec(edtf);
  if (set !== null) return setBounds(set[1] ?? set[2] ?? '');
  return edtf.includes('/') ? intervalBounds(edtf) : daysOf(readAtom(edtf));
}

/** True for a valid EDTF value; see `boundsOf`. */
export function isEdtf(text: string): boolean {
  return boundsOf(text) !== null;
}

function daysOf(atom: Atom | null): DayBounds | null {
  return atom === null ? null : { earliest: atom.earliest, latest: atom.latest };
}

/** `1985-04/..`, `/1985`, `2005/2017`. An empty end is unknown, `..` is open; `/` alone says nothing. */
function intervalBounds(edtf: string): DayBounds | null {
  const [from, to, ...more] = edtf.split('/');
  if (from === undefined || to === undefined || more.length > 0 || edtf === '/') return null;
  const openStart = from === '' || from === '..';
  const openEnd = to === '' || to === '..';
  const start = openStart ? null : readAtom(from);
  const end = openEnd ? null : readAtom(to);
  if ((!openStart && start?.kind !== 'date') || (!openEnd && end?.kind !== 'date')) return null;
  if (start && end && isReversed(start, end)) return null;
  return { earliest: start?.earliest ?? null, latest: end?.latest ?? null };
}

/** `2004-06-11/2004-06` ends before it starts; `1984-11-12/1984-11-XX` may end on any later day. */
function isReversed(start: Atom, end: Atom): boolean {
  return start.order.earliest > (end.unspecified ? end.order.latest : end.order.earliest);
}

/** `1667,1668,1670..1672`, `..1983-12`, `1960..`: what stands between the brackets. */
function setBounds(members: string): DayBounds | null {
  if (members === '') return null;
  let earliest: Atom | 'open' | null = null;
  let latest: Atom | 'open' | null = null;
  for (const member of members.split(',')) {
    const range = rangeOf(member);
    if (range === null) return null;
    earliest = first(earliest, range.from);
    latest = last(latest, range.to);
  }
  const from = earliest === 'open' || earliest === null ? null : earliest.earliest;
  const to = latest === 'open' || latest === null ? null : latest.latest;
  return from === null && to === null ? OPEN : { earliest: from, latest: to };
}

function rangeOf(member: string): { from: Atom | 'open'; to: Atom | 'open' } | null {
  const [one = '', other, ...more] = member.split('..');
  if (more.length > 0 || (one === '' && (other ?? '') === '')) return null;
  const from = one === '' ? 'open' : readAtom(one);
  if (other === undefined) return from === null ? null : { from, to: from };
  const to = other === '' ? 'open' : readAtom(other);
  if (from === null || to === null) return null;
  return from !== 'open' && to !== 'open' && isReversed(from, to) ? null : { from, to };
}

function first(one: Atom | 'open' | null, other: Atom | 'open'): Atom | 'open' {
  if (one === null || other === 'open') return other;
  return one === 'open' || one.order.earliest <= other.order.earliest ? one : other;
}

function last(one: Atom | 'open' | null, other: Atom | 'open'): Atom | 'open' {
  if (one === null || other === 'open') return other;
  return one === 'open' || one.order.latest >= other.order.latest ? one : other;
}
