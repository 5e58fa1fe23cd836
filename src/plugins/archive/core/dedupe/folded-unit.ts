import { classOf, isWordClass } from '../entities/character-classes';
import { foldName } from '../entities/fold-name';

/** No part of a word. */
export const GAP = 0;
/** Part of a word that says nothing: harakat, tatweel, accents that stand alone. */
export const SILENT = 1;

const table = buildTable();

/** What a UTF-16 unit is for comparing texts: a letter in its plainest form, `GAP` or `SILENT`. One look-up. */
export function foldedUnit(unit: number): number {
  return table[unit] ?? GAP;
}

function buildTable(): Uint16Array {
  const units = new Uint16Array(0x10000);
  for (let unit = 0; unit < 0x10000; unit++) {
    if (!isWordClass(classOf(unit))) continue;
    // Scripts beyond Latin, Greek, Cyrillic and Arabic are taken as they are.
    units[unit] = unit < 0x0780 || (unit >= 0x1e00 && unit < 0x2000) ? plainest(unit) : unit;
  }
  units[0x0640] = SILENT;
  return units;
}

function plainest(unit: number): number {
  const folded = foldName(String.fromCharCode(unit));
  return folded === '' ? SILENT : folded.charCodeAt(0);
}
