import { isFetchError } from '@strapi/strapi/admin';

/** What the server said against a request, in its own words; the technical message where it said nothing. */
export function failureText(error: unknown): string {
  if (isFetchError(error)) return error.response?.data.error.message ?? error.message;
  return error instanceof Error ? error.message : String(error);
}
