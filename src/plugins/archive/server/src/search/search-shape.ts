import type { LinkPlan, TypePlan, WritePlan } from '../import/plan/write-plan';

/** Relations that a search can be narrowed by, each with the letter that its tags begin with. */
export const LINK_TAGS = { source: 's', era: 'a', entity: 'e', media: 'm' } as const;
export type LinkKind = keyof typeof LINK_TAGS;

/** Changes with what the index holds: another version than the stored one has the whole index made anew. */
const INDEX_VERSION = 2;

/** What the search index of the article type is made from, and the names of its tables. */
export interface SearchShape {
  readonly version: number;
  readonly uid: string;
  readonly table: string;
  readonly draftAndPublish: boolean;
  readonly localized: boolean;
  /** Columns by the field of the index that they are searched in, in the order in which they are read. */
  readonly texts: { readonly title: string[]; readonly byline: string[]; readonly body: string[] };
  readonly section: string | null;
  /** Set where an article was withdrawn. */
  readonly withdrawn: string | null;
  readonly links: Readonly<Partial<Record<LinkKind, LinkPlan>>>;
  readonly tables: { readonly docs: string; readonly queue: string; readonly counts: string };
}

/** The shape of the index for a site; null where no article type is configured or it carries no archive metadata. */
export function searchShapeOf(plan: Pick<WritePlan, 'content' | 'types'>): SearchShape | null {
  const target = plan.content.article;
  const type = target ? plan.types[target.uid] : undefined;
  if (!target || !type?.columns['dateEarliest']) return null;
  const named = (...names: (keyof typeof target.attributes)[]) =>
    names.flatMap((name) => columnOf(type, target.attributes[name] ?? null));
  const prefix = type.table.slice(0, 40);
  return {
    version: INDEX_VERSION,
    uid: type.uid,
    table: type.table,
    draftAndPublish: type.draftAndPublish,
    localized: type.localized,
    texts: {
      title: named('title', 'kicker'),
      byline: named('byline'),
      body: [...named('standfirst', 'dateline', 'section'), ...columnOf(type, 'legacyId'), ...named('body')],
    },
    section: named('section')[0] ?? null,
    withdrawn: columnOf(type, 'withdrawnAt')[0] ?? null,
    links: {
      ...linkOf(type, 'source', target.attributes.source),
      ...linkOf(type, 'era', 'era'),
      ...linkOf(type, 'entity', target.attributes.entities),
      ...linkOf(type, 'media', target.attributes.mediaItems),
    },
    tables: {
      docs: `${prefix}_search_docs`,
      queue: `${prefix}_search_queue`,
      counts: `${prefix}_search_counts`,
    },
  };
}

function columnOf(type: TypePlan, attribute: string | null): string[] {
  const column = attribute === null ? undefined : type.columns[attribute]?.column;
  return column === undefined ? [] : [column];
}

function linkOf(
  type: TypePlan,
  kind: LinkKind,
  attribute: string | null | undefined,
): Partial<Record<LinkKind, LinkPlan>> {
  const link = attribute ? type.links[attribute] : undefined;
  return link ? { [kind]: link } : {};
}
