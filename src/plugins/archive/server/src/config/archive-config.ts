import { z } from 'zod';

const uid = z
  .string()
  .regex(/^(api|plugin)::[a-z0-9-]+\.[a-z0-9-]+$/, 'is a content-type UID such as api::article.article');
/** The attribute that receives a value, or null where the content type has none for it. */
const attribute = z.string().min(1).nullable();

const target = <Names extends readonly string[]>(names: Names) =>
  z.strictObject({
    uid,
    attributes: z
      .strictObject(
        Object.fromEntries(names.map((name) => [name, attribute])) as Record<Names[number], typeof attribute>,
      )
      .partial(),
  });

export const ARTICLE_ATTRIBUTES = [
  'title',
  'slug',
  'body',
  'kicker',
  'standfirst',
  'byline',
  'dateline',
  'section',
  'tags',
  'wordCount',
  'source',
  'entities',
  'mediaItems',
  'variantOf',
  'variantReason',
] as const;
export const SOURCE_ATTRIBUTES = ['name', 'names', 'slug', 'kind', 'homepage'] as const;
export const ENTITY_ATTRIBUTES = ['name', 'names', 'slug', 'kind', 'reviewState', 'mergedInto'] as const;
export const MEDIA_ATTRIBUTES = [
  'legacyId',
  'captions',
  'credit',
  'alternativeText',
  'originalUrl',
  'state',
] as const;

/** The plugin's configuration: `archive.config` in `config/plugins.ts`. `docs/architecture.md` explains each key. */
export const archiveConfigSchema = z.strictObject({
  /** Which content types and attributes an import writes; null: that kind is not written. */
  content: z.strictObject({
    article: target(ARTICLE_ATTRIBUTES).nullable(),
    source: target(SOURCE_ATTRIBUTES).nullable(),
    entity: target(ENTITY_ATTRIBUTES).nullable(),
    media: target(MEDIA_ATTRIBUTES).nullable(),
  }),
  /** Language (BCP 47) to locale code, for the languages whose locale has another name, such as `pt: 'pt-BR'`. */
  locales: z.record(z.string(), z.string()),
  /** Lets everybody read published articles, sources, entities, media items and eras without a token. */
  publicRead: z.boolean(),
  /** Searches that one address may make in a minute, over REST and GraphQL together. */
  searchesAMinute: z.int().min(1),
  /** Folder of the project's own profiles (JSON), relative to the project. */
  profiles: z.string().min(1),
  /** Folders from which jobs may be started over HTTP, relative to the project; none by default. */
  importRoots: z.array(z.string().min(1)),
  /** Where dumps uploaded for a job are kept, relative to the project. */
  uploadFolder: z.string().min(1),
  /** Largest upload that is kept, in bytes. */
  uploadMaxBytes: z.int().min(1),
  /** Uploads that no job needs are removed when they are older. */
  uploadRetentionHours: z.number().min(1),
  /** Where readers find an article, such as `/news/{locale}/{slug}`; null: its address in the REST API. */
  articleUrl: z.string().min(1).nullable(),
  /** How the archive names itself to harvesters, and its permanent names. */
  repository: z.strictObject({
    name: z.string().min(1),
    /** Who answers harvesters' questions; null: `postmaster@HOST`, which every mail host has to have. */
    adminEmail: z.email().nullable(),
    /** Name-assigning authority number: addresses of articles are then ARKs. */
    naan: z
      .string()
      .regex(/^[0-9bcdfghjkmnpqrstvwxz]{5,9}$/, 'is no name-assigning authority number such as 12345')
      .nullable(),
  }),
  /** Whether imported files are copied into the vault, or only noted with their hash and left where they lie. */
  vault: z.strictObject({
    /** Folder of the copies, relative to the project. */
    folder: z.string().min(1),
    uploads: z.enum(['copy', 'reference']),
    paths: z.enum(['copy', 'reference']),
  }),
});

export type ArchiveConfig = z.infer<typeof archiveConfigSchema>;
export type ContentTarget = { uid: string; attributes: Record<string, string | null | undefined> };
