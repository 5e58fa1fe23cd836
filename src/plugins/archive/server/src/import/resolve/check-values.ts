import { issue, type Issue } from '../../../../core/issue';
import type { DraftArticle } from '../../../../core/draft-article';
import type { ColumnPlan, TypePlan } from '../plan/write-plan';
import type { Value } from '../write/cell-of';

/** Strapi keeps these in columns of 255 characters. */
const SHORT_TYPES = new Set(['string', 'enumeration', 'email', 'uid']);
const SHORT_LENGTH = 255;

/** Issues for every value that Strapi's own validation, or the column, would refuse. */
export function checkValues(
  type: TypePlan,
  values: Readonly<Record<string, Value>>,
  evidence: DraftArticle['evidence'],
): Issue[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const column = type.columns[name];
    const fault = column ? faultOf(column, value) : null;
    if (fault === null) return [];
    const at = evidence[name] ?? { start: 0, end: 0 };
    return [issue(fault, at, `${name}: ${typeof value === 'string' ? value : 'nothing'}`)];
  });
}

function faultOf(column: ColumnPlan, value: Value): 'value-too-long' | 'value-refused' | null {
  if (value === null || value === '') return column.required ? 'value-refused' : null;
  if (typeof value !== 'string') return null;
  const longest = column.maxLength ?? (SHORT_TYPES.has(column.type) ? SHORT_LENGTH : Infinity);
  if (value.length > longest) return 'value-too-long';
  if (column.options && !column.options.includes(value)) return 'value-refused';
  return null;
}
