import { createHash } from 'node:crypto';

import type { Context } from 'koa';

interface Answer {
  readonly type: string;
  readonly text: string;
  /** ISO 8601 in UTC; null where nobody knows. */
  readonly changed: string | null;
  /** What the tag is made from; the text itself, unless that tells the time. */
  readonly content?: string;
}

/**
 * Answers with a text, or with 304 where the client has it already. What links lead to may change without the article
 * itself, so the tag is of the text, and caches ask again each time.
 */
export function answerText(context: Context, { type, text, changed, content = text }: Answer): void {
  context.type = type;
  context.set('Cache-Control', 'public, no-cache');
  if (changed !== null) context.set('Last-Modified', new Date(changed).toUTCString());
  const tag = createHash('sha1').update(content).digest('base64url');
  context.set('ETag', content === text ? `"${tag}"` : `W/"${tag}"`);
  context.status = 200;
  if (context.fresh) context.status = 304;
  else context.body = text;
}
