import type { ColumnPlan } from '../plan/write-plan';
import type { Value } from '../write/cell-of';

/** Why Strapi, or the column, would refuse a value. */
export interface ValueFault {
  readonly code: 'value-too-long' | 'value-refused';
  /** What the attribute asks for, in words. */
  readonly rule: string;
}

/** Strapi keeps these in columns of 255 characters. */
const SHORT_TYPES = new Set(['string', 'enumeration', 'email', 'uid']);
const SHORT_LENGTH = 255;
/** The largest that a four-byte integer holds. */
const LARGEST_INTEGER = 2_147_483_647;

/**
 * The first rule that a value breaks. A draft may break those that Strapi asks only of what is published: presence,
 * least length and value, pattern.
 */
export function valueFault(column: ColumnPlan, value: Value, published: boolean): ValueFault | null {
  if (value === null || value === '') return column.required && published ? refused('a value') : null;
  const ofType = typeFault(column, value, published);
  if (ofType) return ofType;
  if (typeof value === 'string') return textFault(column, value, published);
  return typeof value === 'number' ? numberFault(column, value, published) : null;
}

function refused(rule: string): ValueFault {
  return { code: 'value-refused', rule };
}

const WHOLE_NUMBER = /^[+-]?\d{1,19}$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?$/;
const ADDRESS = /^[^\s@]{1,64}@[^\s@.]{1,63}(\.[^\s@.]{1,63}){1,10}$/;

/** A value of another type than the attribute's: the site could read it in one database and not in the other. */
function typeFault({ type }: ColumnPlan, value: Value, published: boolean): ValueFault | null {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  switch (type) {
    case 'integer':
      return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= LARGEST_INTEGER
        ? null
        : refused('a whole number');
    case 'biginteger':
      return WHOLE_NUMBER.test(text) ? null : refused('a whole number');
    case 'float':
    case 'decimal':
      return typeof value === 'number' && Number.isFinite(value) ? null : refused('a number');
    case 'boolean':
      return typeof value === 'boolean' ? null : refused('true or false');
    case 'date':
      return DAY.test(text) && !Number.isNaN(Date.parse(text)) ? null : refused('a day as YYYY-MM-DD');
    case 'time':
      return TIME.test(text) ? null : refused('a time as HH:MM:SS');
    case 'datetime':
    case 'timestamp':
      return value instanceof Date ? null : refused('a moment');
    case 'email':
      return !published || ADDRESS.test(text) ? null : refused('an e-mail address');
    case 'blocks':
      return typeof value === 'object' ? null : refused('blocks, not text');
    default:
      return null;
  }
}

function textFault(column: ColumnPlan, value: string, published: boolean): ValueFault | null {
  const longest = column.maxLength ?? (SHORT_TYPES.has(column.type) ? SHORT_LENGTH : Infinity);
  if (value.length > longest) return { code: 'value-too-long', rule: `at most ${longest} characters` };
  if (column.options && !column.options.includes(value)) {
    return refused(`one of ${column.options.join(', ')}`.slice(0, 100));
  }
  if (!published) return null;
  if (column.minLength && value.length < column.minLength) {
    return refused(`at least ${column.minLength} characters`);
  }
  const pattern = patternOf(column);
  return pattern && !pattern.test(value) ? refused(`like ${column.regex ?? ''}`.slice(0, 100)) : null;
}

function numberFault({ min, max }: ColumnPlan, value: number, published: boolean): ValueFault | null {
  if (typeof max === 'number' && value > max) return refused(`at most ${max}`);
  return published && typeof min === 'number' && value < min ? refused(`at least ${min}`) : null;
}

/** A site's pattern is compiled once, not for each record. */
const patterns = new WeakMap<ColumnPlan, RegExp>();

function patternOf(column: ColumnPlan): RegExp | null {
  if (!column.regex) return null;
  const pattern = patterns.get(column) ?? new RegExp(column.regex);
  patterns.set(column, pattern);
  return pattern;
}
