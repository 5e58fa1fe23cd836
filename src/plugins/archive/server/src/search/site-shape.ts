import type { Core } from '@strapi/strapi';

import type { ArchiveConfig } from '../config/archive-config';
import { describeType } from '../import/plan/describe-types';
import { searchShapeOf, type SearchShape } from './search-shape';

const shapes = new WeakMap<object, SearchShape | null>();

/** The shape of this site's index. Its schema cannot change while it runs. */
export function siteShape(strapi: Core.Strapi, config: ArchiveConfig): SearchShape | null {
  const known = shapes.get(strapi);
  if (known !== undefined) return known;
  const uid = config.content.article?.uid;
  const types = uid && uid in strapi.contentTypes ? { [uid]: describeType(strapi, uid) } : {};
  const shape = searchShapeOf({ content: config.content, types });
  shapes.set(strapi, shape);
  return shape;
}
