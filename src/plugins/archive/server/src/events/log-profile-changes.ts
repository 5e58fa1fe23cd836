import type { Core } from '@strapi/strapi';

import { ARCHIVE_EVENT, PROFILE } from '../plugin-id';
import { actorOfRequest } from './actor';

const CHANGES = new Set(['create', 'update', 'delete', 'clone']);

/** Notes in the log who changed which profile; part of the same transaction. */
export function logProfileChanges(strapi: Core.Strapi): void {
  strapi.documents.use(async (context, next) => {
    if (context.uid !== PROFILE || !CHANGES.has(context.action)) return next();
    return strapi.db.transaction(async () => {
      const { documentId } = context.params as { documentId?: string };
      const before: ProfileRow | null =
        documentId === undefined ? null : await strapi.db.query(PROFILE).findOne({ where: { documentId } });
      const result = await next();
      const after = context.action === 'delete' ? null : (result as ProfileRow | null);
      const row = after ?? before;
      await strapi.db.query(ARCHIVE_EVENT).create({
        data: {
          kind: 'profileChanged',
          actor: actorOfRequest(strapi),
          contentType: PROFILE,
          target: row?.documentId ?? documentId ?? null,
          details: { change: context.action, name: row?.name ?? null, version: row?.version ?? null },
        },
      });
      return result;
    });
  });
}

interface ProfileRow {
  readonly documentId: string;
  readonly name: string;
  readonly version: number;
}
