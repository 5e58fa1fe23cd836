import { errors } from '@strapi/utils';
import type { Context } from 'koa';

/** A query parameter as text; null where it is missing or empty. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** A query parameter as a whole number. @throws ValidationError */
export function wholeNumber(name: string, value: unknown, fallback: number): number {
  const text = textOf(value);
  if (text === null) return fallback;
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new errors.ValidationError(`${name} takes a whole number.`);
}

/** A document ID in the path of a request. @throws ValidationError */
export function documentIdOf(context: Context): string {
  const id = (context['params'] as { documentId?: string }).documentId ?? '';
  if (/^[a-z0-9]{1,32}$/.test(id)) return id;
  throw new errors.ValidationError(`"${id.slice(0, 50)}" is no document ID.`);
}

/** The body of a request, before anything is known of it. */
export function bodyOf(context: Context): unknown {
  return (context.request as { body?: unknown }).body;
}
