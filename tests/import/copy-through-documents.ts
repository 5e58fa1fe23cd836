import type { Core, UID } from '@strapi/strapi';

type Values = Record<string, unknown>;

/** A document as Strapi reads it, with what it links to. */
export interface ReadDocument {
  readonly documentId: string;
  readonly locale: string | null;
  readonly published: boolean;
  readonly values: Values;
}

export type ReadContent = Readonly<Record<string, readonly ReadDocument[]>>;

/** The Document Service for whichever type: values are only known when they were read. */
interface Documents {
  create(params: object): Promise<{ documentId: string }>;
  publish(params: object): Promise<unknown>;
}

/** In the order in which they must be written: what is linked to comes first. */
const TYPES = [
  'api::source.source',
  'plugin::archive.era',
  'api::entity.entity',
  'api::media-item.media-item',
  'api::article.article',
] as const satisfies readonly UID.ContentType[];

/** Set by Strapi itself; a slug is left for the site to find. */
const SYSTEM = new Set([
  ...['id', 'documentId', 'createdAt', 'updatedAt', 'publishedAt', 'locale', 'localizations'],
  ...['createdBy', 'updatedBy', 'slug'],
]);

/** Reads all content of a site through its Document Service. */
export async function readContent(strapi: Core.Strapi): Promise<ReadContent> {
  const content: Record<string, ReadDocument[]> = {};
  for (const uid of TYPES) {
    const published = new Set((await findAll(strapi, uid, 'published')).map(keyOf));
    content[uid] = (await findAll(strapi, uid, 'draft')).map((found) => ({
      documentId: String(found['documentId']),
      locale: (found['locale'] as string | null | undefined) ?? null,
      published: published.has(keyOf(found)),
      values: Object.fromEntries(Object.entries(found).filter(([name]) => !SYSTEM.has(name))),
    }));
  }
  return content;
}

async function findAll(
  strapi: Core.Strapi,
  uid: UID.ContentType,
  status: 'draft' | 'published',
): Promise<Values[]> {
  const query = { populate: '*', locale: '*', sort: 'id:asc', status, limit: 1000 };
  const found: unknown = await strapi.documents(uid).findMany(query as object);
  return found as Values[];
}

function keyOf(found: Values): string {
  return `${String(found['documentId'])}/${String(found['locale'])}`;
}

/** Writes the same content into another, empty site: `create`, then `publish` where it was published. */
export async function writeContent(strapi: Core.Strapi, content: ReadContent): Promise<void> {
  const written = new Map<string, string>();
  for (const uid of TYPES) {
    for (const { documentId, locale, published, values } of content[uid] ?? []) {
      const data = Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, input(value, written)]),
      );
      const place = locale === null ? {} : { locale };
      const documents = strapi.documents(uid) as unknown as Documents;
      const made = await documents.create({ data, ...place });
      written.set(documentId, made.documentId);
      const hasDrafts = strapi.contentType(uid).options?.draftAndPublish ?? false;
      if (published && hasDrafts) await documents.publish({ documentId: made.documentId, ...place });
    }
  }
}

/** Documents become links by their new ID, components lose their number, everything else stays. */
function input(value: unknown, written: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((one) => input(one, written));
  if (typeof value !== 'object' || value === null) return value;
  const found = value as Values;
  if (typeof found['documentId'] === 'string') return written.get(found['documentId']);
  return Object.fromEntries(Object.entries(found).filter(([name]) => name !== 'id'));
}
