import type { TypePlan } from '../plan/write-plan';
import type { Value } from '../write/cell-of';
import type { NewDocument } from '../write/insert-documents';

export interface NameForm {
  readonly text: string;
  readonly language: string | null;
  readonly preferred: boolean;
}

/**
 * Names for a type that keeps them as components (`text`, `language`, `preferred`) or as JSON; a type without an
 * attribute for them keeps only its display name.
 */
export function nameParts(
  type: TypePlan,
  attribute: string | null | undefined,
  names: readonly NameForm[],
): { values: Record<string, Value>; components: NewDocument['components'] } {
  if (!attribute) return { values: {}, components: {} };
  if (type.components[attribute]) {
    return { values: {}, components: { [attribute]: names.map((name) => ({ ...name })) } };
  }
  return type.columns[attribute]?.type === 'json'
    ? { values: { [attribute]: names }, components: {} }
    : { values: {}, components: {} };
}
