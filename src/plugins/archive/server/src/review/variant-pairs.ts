import type { Knex } from 'knex';

import type { OpenedVariant, ReviewPage, VariantPair } from '../../../shared/review-api';
import { typeOf, type LinkPlan, type TypePlan, type WritePlan } from '../import/plan/write-plan';
import { Refusal } from '../refusal';
import { VARIANTS } from '../variants/variant-tables';
import { countOf, pageOf, type PageWish } from './page-of';

/** How two articles are linked as versions of one text; null where the site does not keep that. */
export function variantLink(plan: WritePlan): { type: TypePlan; link: LinkPlan } | null {
  const target = plan.content.article;
  const type = plan.types[target?.uid ?? ''];
  const link = type?.links[target?.attributes.variantOf ?? ''];
  return type && link ? { type, link } : null;
}

interface PairRow {
  readonly id: number | string;
  readonly target: string;
  readonly locale: string;
  readonly variant_of: string;
  readonly shared: number;
  readonly reason: string;
  readonly decision: 'kept' | 'parted' | null;
}

/** Pairs that an import found, that are linked, and that nobody has looked at. */
function undecided(knex: Knex, plan: WritePlan): Knex.QueryBuilder | null {
  const known = variantLink(plan);
  if (known === null) return null;
  const { type, link } = known;
  return knex({ v: VARIANTS })
    .whereRaw('v.decision is null')
    .whereExists((linked) => {
      void linked
        .from({ a: type.table })
        .join({ l: link.table }, `l.${link.from}`, 'a.id')
        .join({ o: type.table }, `l.${link.to}`, 'o.id')
        .whereRaw('a.document_id = v.target and o.document_id = v.variant_of')
        .select(knex.raw('1'));
    });
}

export async function countVariants(knex: Knex, plan: WritePlan): Promise<number> {
  const query = undecided(knex, plan);
  return query === null ? 0 : countOf(query);
}

export async function variantsPage(
  knex: Knex,
  plan: WritePlan,
  wish: PageWish,
): Promise<ReviewPage<VariantPair>> {
  const query = undecided(knex, plan);
  if (query === null) return { rows: [], next: null };
  const page = await pageOf({ query: query.select('v.*'), id: 'v.id', view: (row: PairRow) => row }, wish);
  const texts = await textsOf(knex, plan, page.rows);
  return { rows: page.rows.map((row) => pairView(row, texts)), next: page.next };
}

/** A pair with both texts. @throws Refusal where there is none of that number */
export async function openVariant(knex: Knex, plan: WritePlan, id: number): Promise<OpenedVariant> {
  const row = await variantRow(knex, id);
  const texts = await textsOf(knex, plan, [row]);
  const body = (target: string) => texts.get(`${target}/${row.locale}`)?.body ?? '';
  return {
    ...pairView(row, texts),
    decision: row.decision,
    texts: { variant: body(row.target), original: body(row.variant_of) },
  };
}

export async function variantRow(knex: Knex, id: number): Promise<PairRow> {
  const row: PairRow | undefined = await knex(VARIANTS).where({ id }).first('*');
  if (row === undefined) throw new Refusal('not-found', `There is no pair ${id}.`);
  return row;
}

function pairView(row: PairRow, texts: ReadonlyMap<string, Text>): VariantPair {
  const side = (documentId: string) => {
    const text = texts.get(`${documentId}/${row.locale}`);
    return { documentId, title: text?.title ?? null, date: text?.date ?? null };
  };
  return {
    id: Number(row.id),
    locale: row.locale === '' ? null : row.locale,
    shared: row.shared,
    reason: row.reason,
    variant: side(row.target),
    original: side(row.variant_of),
  };
}

interface Text {
  readonly title: string | null;
  readonly date: string | null;
  readonly body: string | null;
}

/** What drafts say where there are two of each. */
async function textsOf(knex: Knex, plan: WritePlan, pairs: readonly PairRow[]): Promise<Map<string, Text>> {
  const type = typeOf(plan, plan.content.article?.uid ?? '');
  const { title, body } = plan.content.article?.attributes ?? {};
  const column = (name: string | null | undefined) => type.columns[name ?? '']?.column ?? 'document_id';
  const ids = pairs.flatMap(({ target, variant_of: original }) => [target, original]);
  const query = knex(type.table)
    .whereIn('document_id', [...new Set(ids)])
    .select('document_id', 'locale', { date: 'date_edtf', title: column(title), body: column(body) });
  if (type.draftAndPublish) void query.whereNull('published_at');
  const rows: (Text & { document_id: string; locale: string | null })[] = await query;
  return new Map(rows.map((row) => [`${row.document_id}/${row.locale ?? ''}`, row]));
}
