import { createHash } from 'node:crypto';

import type { Context } from 'koa';

interface Answer {
  readonly type: string;
  readonly text: string;
  /** ISO 8601 in UTC. */
  readonly changed: string;
}

/**
 * Answers with a text, or with 304 where the client has it already. What links lead to may change without the article
 * itself, so the tag is of the text, and caches ask again each time.
 */
export function answerText(context: Context, { type, text, changed }: Answer): void {
  context.type = type;
  context.set('Cache-Control', 'public, no-cache');
  context.set('Last-Modified', new Date(changed).toUTCString());
  context.etag = createHash('sha1').update(text).digest('base64url');
  context.status = 200;
  if (context.fresh) context.status = 304;
  else context.body = text;
}
