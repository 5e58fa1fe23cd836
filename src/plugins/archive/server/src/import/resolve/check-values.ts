import { issue, type Issue } from '../../../../core/issue';
import type { Evidence } from '../../../../core/evidence';
import type { ColumnPlan, TypePlan } from '../plan/write-plan';
import type { Value } from '../write/cell-of';
import { valueFault } from './value-fault';

type Values = Readonly<Record<string, Value>>;
type EvidenceByField = Readonly<Record<string, Evidence>>;

/** Where to look for a value that the record does not hold. */
const NOWHERE = { start: 0, end: 0 };

/**
 * Issues for every value that Strapi's own validation, or the column, would refuse, missing ones included. `given` are
 * attributes that get their value later, such as the slug.
 */
export function checkValues(
  type: TypePlan,
  values: Values,
  evidence: EvidenceByField,
  { published, given = [] }: { readonly published: boolean; readonly given?: readonly string[] },
): Issue[] {
  const faults = faultsOf(type.columns, values, published, (name) => evidence[name] ?? NOWHERE);
  if (!published) return faults;
  const missing = requiredOf(type).filter((name) => !(name in values) && !given.includes(name));
  return [...faults, ...missing.map((name) => issue('value-refused', NOWHERE, `${name} (a value): nothing`))];
}

/** The same for the fields of one component, of which `label` says whose it is. */
export function checkComponent(
  columns: Readonly<Record<string, ColumnPlan>>,
  values: Values,
  label: string,
): Issue[] {
  return faultsOf(columns, values, true, () => NOWHERE, `${label}.`);
}

function faultsOf(
  columns: Readonly<Record<string, ColumnPlan>>,
  values: Values,
  published: boolean,
  at: (name: string) => { readonly start: number; readonly end: number },
  label = '',
): Issue[] {
  const issues: Issue[] = [];
  for (const name in values) {
    const column = columns[name];
    const value = values[name] ?? null;
    const fault = column ? valueFault(column, value, published) : null;
    if (fault) issues.push(issue(fault.code, at(name), `${label}${name} (${fault.rule}): ${shown(value)}`));
  }
  return issues;
}

function shown(value: Value): string {
  if (value === null || value === '') return 'nothing';
  return typeof value === 'object' && !(value instanceof Date) ? JSON.stringify(value) : String(value);
}

const required = new WeakMap<TypePlan, readonly string[]>();

function requiredOf(type: TypePlan): readonly string[] {
  const known = required.get(type);
  if (known) return known;
  const names = Object.entries(type.columns).flatMap(([name, column]) =>
    column.required && column.fallback === null ? [name] : [],
  );
  required.set(type, names);
  return names;
}
