import { useMemo } from 'react';
import { useAuth } from '@strapi/strapi/admin';

import { PLUGIN_ID } from '../plugin-id';

/** What a role can be allowed; the server has the same list (`access/admin-rights.ts`) and refuses by it. */
export type Right =
  | 'read'
  | 'import'
  | 'rollback'
  | 'review'
  | 'profiles'
  | 'provenance'
  | 'withdraw'
  | 'statistics'
  | 'entities'
  | 'settings';

/** Tells what the person who is logged in may do. */
export function useRights(): (right: Right) => boolean {
  const permissions = useAuth('ArchiveRights', (auth) => auth.permissions);
  return useMemo(() => {
    const actions = new Set(permissions.map((permission) => permission.action));
    return (right) => actions.has(`plugin::${PLUGIN_ID}.${right}`);
  }, [permissions]);
}
