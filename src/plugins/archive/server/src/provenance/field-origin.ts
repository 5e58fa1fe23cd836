import type { WritePlan } from '../import/plan/write-plan';
import type { LedgerRow } from './article-history';

/** What undoing an import did to a row whose values stayed; null: nobody undid it. */
const STAYING: ReadonlySet<string | null> = new Set([null, 'untouched', 'staysEdited', 'staysImportedAgain']);

/** The date's parts rest on one piece of evidence. */
const OF_THE_DATE = new Map([
  ['dateEarliest', 'dateEdtf'],
  ['dateLatest', 'dateEdtf'],
]);

/** Name under which the evidence of an attribute is kept. */
export function evidenceKey(plan: WritePlan, attribute: string): string {
  const own = Object.entries(plan.content.article?.attributes ?? {}).find(([, name]) => name === attribute);
  if (own?.[0] === 'wordCount') return 'body';
  return own?.[0] ?? OF_THE_DATE.get(attribute) ?? attribute;
}

/** The import that last wrote an attribute, of rows newest first: the one that created the article, or changed it. */
export function originOf(rows: readonly LedgerRow[], attribute: string): LedgerRow | null {
  const wrote = ({ outcome, undo, changes }: LedgerRow) =>
    STAYING.has(undo) &&
    (outcome === 'created' || changes.some((change) => change.field === attribute && !change.kept));
  return rows.find(wrote) ?? null;
}
