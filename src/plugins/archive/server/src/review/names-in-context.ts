import type { Knex } from 'knex';

import type { NameInContext } from '../../../shared/review-api';
import { typeOf, type WritePlan } from '../import/plan/write-plan';
import { MENTION_ARTICLES, MENTIONS } from '../mentions/mention-tables';

const AROUND = 90;

interface NamedRow {
  readonly text: string;
  readonly documentId: string;
  readonly locale: string | null;
  readonly title: string | null;
  readonly date: string | null;
  readonly body: string | null;
}

/** Samples of where an entity is named, each from another article. */
export async function namesInContext(
  knex: Knex,
  plan: WritePlan,
  entity: string,
  most: number,
): Promise<NameInContext[]> {
  const { table, columns, localized, draftAndPublish } = typeOf(plan, plan.content.article?.uid ?? '');
  const { title, body } = plan.content.article?.attributes ?? {};
  const [titleColumn, bodyColumn] = [columns[title ?? '']?.column, columns[body ?? '']?.column];
  if (titleColumn === undefined || bodyColumn === undefined) return [];
  const query = knex({ m: MENTIONS })
    .join({ a: MENTION_ARTICLES }, 'a.id', 'm.article')
    .join({ x: table }, function () {
      this.on('x.document_id', 'a.target');
      if (localized) this.andOn('x.locale', 'a.locale');
    })
    .where('m.entity', entity)
    .limit(most)
    .select('m.text', {
      documentId: 'x.document_id',
      locale: 'x.locale',
      date: 'x.date_edtf',
      title: `x.${titleColumn}`,
      body: `x.${bodyColumn}`,
    });
  // Every article has a draft; its published row says the same once more.
  if (draftAndPublish) void query.whereNull('x.published_at');
  const rows: NamedRow[] = await query;
  return rows.map(({ text, body: whole, ...article }) => {
    const at = whole?.indexOf(text) ?? -1;
    if (whole === null || at < 0) return { ...article, before: '', name: text, after: '' };
    const end = at + text.length;
    return {
      ...article,
      before: (at > AROUND ? '…' : '') + whole.slice(Math.max(0, at - AROUND), at),
      name: text,
      after: whole.slice(end, end + AROUND) + (whole.length > end + AROUND ? '…' : ''),
    };
  });
}
