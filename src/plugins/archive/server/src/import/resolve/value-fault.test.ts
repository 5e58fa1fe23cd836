import type { ColumnPlan } from '../plan/write-plan';
import type { Value } from '../write/cell-of';
import { valueFault } from './value-fault';

const COLUMN: ColumnPlan = {
  column: 'field',
  type: 'string',
  required: false,
  maxLength: null,
  minLength: null,
  min: null,
  max: null,
  regex: null,
  unique: false,
  options: null,
  fallback: null,
};

const fault = (column: Partial<ColumnPlan>, value: Value, published = true) =>
  valueFault({ ...COLUMN, ...column }, value, published);

it.each<[Partial<ColumnPlan>, Value]>([
  [{ required: true }, null],
  [{ required: true }, ''],
  [{}, 'a'.repeat(256)],
  [{ type: 'text', maxLength: 3 }, 'four'],
  [{ minLength: 3 }, 'ab'],
  [{ options: ['a', 'b'], type: 'enumeration' }, 'c'],
  [{ regex: '^a+$' }, 'ab'],
  [{ type: 'integer' }, 'Town'],
  [{ type: 'integer' }, 1.5],
  [{ type: 'integer' }, 3_000_000_000],
  [{ type: 'integer', min: 2 }, 1],
  [{ type: 'integer', max: 2 }, 3],
  [{ type: 'biginteger' }, 'twelve'],
  [{ type: 'float' }, '1.5'],
  [{ type: 'decimal' }, Number.NaN],
  [{ type: 'boolean' }, 'yes'],
  [{ type: 'date' }, '3 July 2002'],
  [{ type: 'date' }, '2002-13-01'],
  [{ type: 'time' }, '25:00:00'],
  [{ type: 'datetime' }, '3 July 2002'],
  [{ type: 'email' }, 'HOLLIN'],
  [{ type: 'blocks' }, 'plain text'],
])('refuses for %j the value %j', (column, value) => {
  expect(fault(column, value)).not.toBeNull();
});

it.each<[Partial<ColumnPlan>, Value]>([
  [{}, null],
  [{ minLength: 3 }, ''],
  [{ type: 'text' }, 'a'.repeat(300)],
  [{ regex: '^a+$' }, 'aaa'],
  [{ type: 'integer', min: 1, max: 3 }, 2],
  [{ type: 'biginteger' }, '123456789012345678'],
  [{ type: 'float' }, 1.5],
  [{ type: 'date' }, '2002-07-03'],
  [{ type: 'time' }, '23:59:59'],
  [{ type: 'datetime' }, new Date(0)],
  [{ type: 'email' }, 'desk@lantern.example'],
  [{ type: 'json' }, ['a']],
])('takes for %j the value %j', (column, value) => {
  expect(fault(column, value)).toBeNull();
});

it.each<[Partial<ColumnPlan>, Value]>([
  [{ required: true }, null],
  [{ minLength: 3 }, 'ab'],
  [{ regex: '^a+$' }, 'ab'],
  [{ type: 'integer', min: 2 }, 1],
  [{ type: 'email' }, 'HOLLIN'],
])('lets a draft be incomplete: %j with %j', (column, value) => {
  expect(fault(column, value, false)).toBeNull();
});

it.each<[Partial<ColumnPlan>, Value]>([
  [{}, 'a'.repeat(256)],
  [{ options: ['a'] }, 'c'],
  [{ type: 'integer', max: 2 }, 3],
  [{ type: 'integer' }, 'Town'],
])('holds a draft, too, to what its column can keep: %j with %j', (column, value) => {
  expect(fault(column, value, false)).not.toBeNull();
});

it('is linear: a hostile address of 1 MB is refused at once', () => {
  const begun = performance.now();
  expect(fault({ type: 'email', maxLength: 2_000_000 }, `${'a.'.repeat(500_000)}@`)).not.toBeNull();
  expect(fault({ type: 'email', maxLength: 2_000_000 }, `a@${'a.'.repeat(500_000)}`)).not.toBeNull();
  expect(performance.now() - begun).toBeLessThan(1000);
});
