import type { Core } from '@strapi/strapi';

import { readConfig } from '../../src/plugins/archive/server/src/config/read-config';
import { checkSearch } from '../../src/plugins/archive/server/src/search/check-search';
import type { SearchShape } from '../../src/plugins/archive/server/src/search/search-shape';
import { siteShape } from '../../src/plugins/archive/server/src/search/site-shape';

export const ARTICLE = 'api::article.article';

/** What a test says of an article; the rest is left empty. */
export interface TestArticle {
  readonly title: string;
  readonly body?: string;
  readonly byline?: string;
  readonly section?: string;
  readonly dateEdtf?: string;
  readonly locale?: 'en' | 'ar';
  readonly source?: string;
  readonly entities?: string[];
  readonly published?: boolean;
}

/** Creates an article through Strapi's own Document Service; answers its document ID. */
export async function createArticle(
  strapi: Core.Strapi,
  { locale = 'en', published = true, ...data }: TestArticle,
): Promise<string> {
  const status = published ? 'published' : 'draft';
  const { documentId } = await strapi.documents(ARTICLE).create({ data, locale, status });
  return documentId;
}

export function shapeOf(strapi: Core.Strapi): SearchShape {
  const shape = siteShape(strapi, readConfig(strapi.config.get('plugin::archive')));
  if (!shape) throw new Error('The site has no search index.');
  return shape;
}

/** The faults that a comparison of index and database finds, and what waits. */
export async function faultsOf(strapi: Core.Strapi): Promise<readonly string[]> {
  const { faults, queued } = await checkSearch(strapi.db.connection, shapeOf(strapi));
  return queued > 0 ? [...faults, `${queued} rows wait`] : faults;
}
