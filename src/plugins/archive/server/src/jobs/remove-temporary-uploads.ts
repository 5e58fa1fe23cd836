import { rm } from 'node:fs/promises';

import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';

const UPLOADS = /\/archive\/uploads\/?$/;

/**
 * Removes what a request left of its upload. Strapi writes uploads to a temporary folder before it asks whether the
 * sender may upload at all, and clears away only fields called `files`.
 */
export function removeTemporaryUploads(strapi: Core.Strapi): void {
  strapi.server.use(async (context: Context, next: Next) => {
    if (!UPLOADS.test(context.path)) return next();
    try {
      await next();
    } finally {
      const { files } = context.request as unknown as { files?: Record<string, unknown> };
      await Promise.all(
        Object.values(files ?? {})
          .flat()
          .map(removeFile),
      );
    }
  });
}

async function removeFile(file: unknown): Promise<void> {
  const path = (file as { filepath?: unknown } | null)?.filepath;
  if (typeof path === 'string') await rm(path, { force: true });
}
