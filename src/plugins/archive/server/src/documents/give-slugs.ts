import type { Core, Modules } from '@strapi/strapi';
import { errors } from '@strapi/utils';

import { uniqueSlugCandidates } from '../../../core/text/slug';
import { isLocalized } from '../attributes/opted-in';
import type { ArchiveConfig } from '../config/archive-config';
import { newDocumentId } from '../import/write/document-id';
import { ERA } from '../plugin-id';

/** A content type whose entries get slugs: from which attribute, into which. */
interface SlugRule {
  readonly uid: string;
  readonly title: string;
  readonly slug: string;
}

type Context = Modules.Documents.Middleware.Context;
type Data = Record<string, unknown>;

const DATABASE_SAYS_TAKEN = new Set(['SQLITE_CONSTRAINT_UNIQUE', '23505']);

/**
 * Gives every article, source, entity and era that a person saves a slug of its own, made of its title where the
 * field is empty. One that is taken in the same language is refused with a sentence; the database's unique indexes
 * stand behind it for two people who save at the same moment.
 */
export function giveSlugs(strapi: Core.Strapi, config: ArchiveConfig): void {
  const rules = new Map(slugRules(config).map((rule) => [rule.uid, rule]));
  strapi.documents.use(async (context, next) => {
    const rule = rules.get(context.uid);
    if (!rule) return next();
    if (context.action === 'create' || context.action === 'update') await giveSlug(strapi, rule, context);
    if (context.action === 'clone') await giveCloneSlug(strapi, rule, context);
    try {
      return await next();
    } catch (error) {
      if (!DATABASE_SAYS_TAKEN.has((error as { code?: string }).code ?? '')) throw error;
      throw new errors.ValidationError('Another entry took this slug a moment ago. Save again.');
    }
  });
}

function slugRules({ content }: ArchiveConfig): SlugRule[] {
  const rule = (uid: string, title: string | null | undefined, slug: string | null | undefined) =>
    title && slug ? [{ uid, title, slug }] : [];
  return [
    ...rule(content.article?.uid ?? '', content.article?.attributes.title, content.article?.attributes.slug),
    ...rule(content.source?.uid ?? '', content.source?.attributes.name, content.source?.attributes.slug),
    ...rule(content.entity?.uid ?? '', content.entity?.attributes.name, content.entity?.attributes.slug),
    ...rule(ERA, 'name', 'slug'),
  ];
}

async function giveSlug(strapi: Core.Strapi, rule: SlugRule, context: Context): Promise<void> {
  const params = context.params as { data?: Data; locale?: string; documentId?: string };
  const data = (params.data ??= {});
  const locale = await localeOf(strapi, context, params.locale);
  const documentId = params.documentId ?? null;
  const wanted = data[rule.slug];

  if (typeof wanted === 'string' && wanted !== '') {
    if (await isTaken(strapi, rule, wanted, locale, documentId)) {
      throw new errors.ValidationError(
        `The slug "${wanted}" is taken. Choose another one, or leave the field empty to get one.`,
      );
    }
    return;
  }
  const stored = documentId === null ? null : await storedEntry(strapi, rule, documentId, locale);
  const leftAlone = wanted === undefined && typeof stored?.[rule.slug] === 'string';
  if (leftAlone) return;
  const title = data[rule.title] ?? stored?.[rule.title];
  data[rule.slug] = await freeSlug(strapi, rule, typeof title === 'string' ? title : '', locale, documentId);
}

/** A copy starts with its original's fields, so its slug must be a new one. */
async function giveCloneSlug(strapi: Core.Strapi, rule: SlugRule, context: Context): Promise<void> {
  const params = context.params as { data?: Data; documentId?: string; locale?: unknown };
  const locale = await localeOf(strapi, context, params.locale);
  // `*` copies every language; they may share a slug, since it is unique within each.
  const from = locale === '*' ? undefined : locale;
  const original = params.documentId ? await storedEntry(strapi, rule, params.documentId, from) : null;
  const title = params.data?.[rule.title] ?? original?.[rule.title];
  const slug = await freeSlug(strapi, rule, typeof title === 'string' ? title : '', undefined, null);
  params.data = { ...params.data, [rule.slug]: slug };
}

async function freeSlug(
  strapi: Core.Strapi,
  rule: SlugRule,
  title: string,
  locale: string | undefined,
  documentId: string | null,
): Promise<string> {
  const fallback = rule.uid.slice(rule.uid.lastIndexOf('.') + 1);
  const candidates = uniqueSlugCandidates(title, documentId ?? newDocumentId(), fallback);
  for (const candidate of candidates) {
    if (!(await isTaken(strapi, rule, candidate, locale, documentId))) return candidate;
  }
  return candidates.at(-1) ?? fallback;
}

async function isTaken(
  strapi: Core.Strapi,
  rule: SlugRule,
  slug: string,
  locale: string | undefined,
  documentId: string | null,
): Promise<boolean> {
  const where = {
    [rule.slug]: slug,
    ...(locale === undefined ? {} : { locale }),
    ...(documentId === null ? {} : { documentId: { $ne: documentId } }),
  };
  const other: unknown = await strapi.db.query(rule.uid).findOne({ where, select: ['id'] });
  return other !== null && other !== undefined;
}

/** The entry that people edit: the draft where there are two. */
async function storedEntry(
  strapi: Core.Strapi,
  rule: SlugRule,
  documentId: string,
  locale: string | undefined,
): Promise<Data | null> {
  const where = { documentId, ...(locale === undefined ? {} : { locale }) };
  const entries: Data[] = await strapi.db.query(rule.uid).findMany({ where, orderBy: { id: 'asc' } });
  return entries.find((entry) => entry['publishedAt'] === null) ?? entries[0] ?? null;
}

/** The locale that a save goes to; undefined for types without languages. */
async function localeOf(strapi: Core.Strapi, context: Context, locale: unknown): Promise<string | undefined> {
  if (!isLocalized(context.contentType)) return undefined;
  if (typeof locale === 'string' && locale !== '') return locale;
  const standard: string = await strapi.plugin('i18n').service('locales').getDefaultLocale();
  return standard;
}
