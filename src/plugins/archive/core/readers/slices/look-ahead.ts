/** How far a reader may look for the end of a record before it gives the record up. */
export interface LookAhead {
  /** Units that the next record may take. */
  limit(): number;
  /** A record was taken: its length lets later ones look further again. */
  took(units: number): void;
  /** So many units were looked at in vain and will be looked at again. */
  lost(units: number): void;
}

/** Each unit that is read earns so many that may be looked at twice. */
const EARNED = 4;

/**
 * A hostile file opens a quote in each row, and each row is looked at to the limit and given up: that takes time with
 * the square of the file. Looking in vain is therefore paid for by what was read well; where nothing is left, the
 * next line end has to do.
 */
export function lookAhead(most: number): LookAhead {
  let credit = most * 2;
  return {
    limit: () => Math.min(most, credit),
    took(units) {
      credit = Math.min(most * 2, credit + units * EARNED);
    },
    lost(units) {
      credit = Math.max(0, credit - units);
    },
  };
}
