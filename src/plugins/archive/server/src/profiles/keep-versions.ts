import { isDeepStrictEqual } from 'node:util';

import type { Core } from '@strapi/strapi';

import { readProfile, type Profile } from '../../../core/profiles/profile';
import { PROFILE } from '../plugin-id';
import { checkedProfile } from './checked-profile';

interface ProfileRow {
  readonly name: string;
  readonly version: number;
  readonly title: string;
  readonly definition: unknown;
  readonly origin: string;
}

/**
 * Keeps every version of a profile, whoever saves: what an editor changes becomes the next version, and the one that
 * records were read with stays as a row of its own. A definition that is no profile is refused, with every fault.
 */
export function keepProfileVersions(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    if (context.uid !== PROFILE || (context.action !== 'create' && context.action !== 'update'))
      return next();
    const { data, documentId } = context.params as { data?: Record<string, unknown>; documentId?: string };
    if (!data || !('definition' in data)) return next();
    const profile = checkedProfile(parsed(data['definition']));
    if (context.action === 'create') {
      Object.assign(data, columnsOf(profile));
      return next();
    }
    return strapi.db.transaction(async () => {
      const before: ProfileRow | null = await strapi.db.query(PROFILE).findOne({ where: { documentId } });
      if (before) Object.assign(data, await nextVersion(strapi, before, profile));
      return next();
    });
  });
}

/** The admin sends JSON as text. */
function parsed(definition: unknown): unknown {
  if (typeof definition !== 'string') return definition;
  try {
    return JSON.parse(definition);
  } catch {
    return null;
  }
}

/** The columns repeat what the definition says, so that lists can be sorted; the definition is right. */
function columnsOf(profile: Profile) {
  return { name: profile.name, version: profile.version, title: profile.title, definition: profile };
}

async function nextVersion(strapi: Core.Strapi, before: ProfileRow, profile: Profile) {
  const known = readProfile(parsed(before.definition)).profile;
  const isSame = known !== null && isDeepStrictEqual({ ...known, version: 0 }, { ...profile, version: 0 });
  if (isSame) return columnsOf(known);
  const newest: ProfileRow | null = await strapi.db
    .query(PROFILE)
    .findOne({ where: { name: profile.name }, orderBy: { version: 'desc' } });
  const version = Math.max(profile.version, (newest?.version ?? 0) + 1);
  const { name, version: old, title, definition, origin } = before;
  await strapi.db.query(PROFILE).create({ data: { name, version: old, title, definition, origin } });
  return { ...columnsOf({ ...profile, version }), origin: 'edited' };
}
