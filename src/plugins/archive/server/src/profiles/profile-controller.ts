import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

import { PLUGIN_ID } from '../plugin-id';
import { bodyOf, wholeNumber } from '../request-values';
import { checkedProfile } from './checked-profile';
import type { ProfileService } from './profile-service';

const MOST_PROFILES = 100;

/** Lists profiles, shows their versions and takes new ones in. */
export function createProfileController({ strapi }: { strapi: Core.Strapi }) {
  const service = (): ProfileService => strapi.plugin(PLUGIN_ID).service('profiles');
  return {
    async find(context: Context) {
      const page = Math.max(1, wholeNumber('page', context.query['page'], 1));
      const pageSize = wholeNumber('pageSize', context.query['pageSize'], MOST_PROFILES);
      context.body = await service().list(page, Math.max(1, Math.min(MOST_PROFILES, pageSize)));
    },
    async findOne(context: Context) {
      context.body = await service().versions(nameOf(context));
    },
    async save(context: Context) {
      context.body = { data: await service().save(checkedProfile(bodyOf(context))) };
    },
    /** Says what is wrong with a profile, without saving it. */
    async check(context: Context) {
      context.body = { data: checkedProfile(bodyOf(context)) };
    },
  };
}

function nameOf(context: Context): string {
  const name = (context['params'] as { name?: string }).name ?? '';
  if (/^[a-z0-9][a-z0-9-]{0,79}$/.test(name)) return name;
  throw new errors.ValidationError(`"${name.slice(0, 50)}" is no name of a profile.`);
}
