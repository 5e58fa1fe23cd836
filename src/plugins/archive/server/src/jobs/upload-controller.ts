import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { z } from 'zod';

import type { BeginUpload } from '../../../shared/upload-api';
import { readConfig } from '../config/read-config';
import { PLUGIN_ID } from '../plugin-id';
import { bodyOf, textOf, wholeNumber } from '../request-values';
import { listImportFolder } from './list-import-folder';
import { resumableUploads } from './resumable-uploads';
import { uploadFolder } from './uploads';

const beginBody = z.strictObject({ name: z.string().min(1).max(1000), size: z.int().min(0) });

/** Uploads in parts, and the folders of the server that may be imported instead. */
export function createUploadController({ strapi }: { strapi: Core.Strapi }) {
  const config = () => readConfig(strapi.config.get(`plugin::${PLUGIN_ID}`));
  const uploads = resumableUploads(() => uploadFolder(strapi, config()));
  return {
    async begin(context: Context) {
      const file = readBegin(bodyOf(context));
      const { uploadMaxBytes } = config();
      if (file.size > uploadMaxBytes) {
        throw new errors.PayloadTooLargeError(
          `The file has ${file.size} bytes; at most ${uploadMaxBytes} are taken (archive.uploadMaxBytes). ` +
            'Put it into a folder of archive.importRoots and choose it there.',
        );
      }
      context.status = 201;
      context.body = { data: await uploads.begin(file) };
    },
    async state(context: Context) {
      context.body = { data: await uploads.state(tokenOf(context)) };
    },
    /** The body is read here and not before, so that only those who may upload are listened to. */
    async take(context: Context) {
      const offset = wholeNumber('offset', context.query['offset'], 0);
      context.body = { data: await uploads.take(tokenOf(context), offset, context.req) };
    },
    async folder(context: Context) {
      const { importRoots } = config();
      const path = textOf(context.query['path']) ?? '';
      context.body = { data: listImportFolder(path, importRoots, strapi.dirs.app.root) };
    },
  };
}

function readBegin(body: unknown): BeginUpload {
  const result = beginBody.safeParse(body);
  if (result.success) return result.data;
  throw new errors.ValidationError('An upload begins with the name of the file and its size in bytes.');
}

function tokenOf(context: Context): string {
  const token = (context['params'] as { upload?: string }).upload ?? '';
  if (/^[a-z0-9-]{1,64}$/.test(token)) return token;
  throw new errors.ValidationError('This is no upload.');
}
