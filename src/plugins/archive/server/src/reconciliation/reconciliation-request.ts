import { errors } from '@strapi/utils';
import { z } from 'zod';

/** Queries in one batch; the manifest tells it to clients. */
export const LARGEST_BATCH = 50;
const MOST_CANDIDATES = 25;

const name = z.string().max(255);
const value = z.union([
  z.string().max(1000),
  z.number(),
  z.boolean(),
  z.strictObject({ id: name, name: name.optional() }),
]);
const query = z.object({
  query: name.default(''),
  type: z.union([name, z.array(name).max(20)]).optional(),
  limit: z.int().min(1).default(5),
  properties: z
    .array(z.object({ pid: name, v: z.union([value, z.array(value).max(10)]) }))
    .max(10)
    .default([]),
});
const batch = z.record(z.string().max(50), query);
const extension = z.object({
  ids: z.array(z.string().max(100)).max(200),
  properties: z.array(z.object({ id: name })).max(50),
});

export interface MatchQuery {
  readonly text: string;
  /** Any of these; null where any type will do. */
  readonly types: readonly string[] | null;
  readonly limit: number;
  readonly properties: readonly { readonly id: string; readonly values: readonly string[] }[];
}

export type Extension = z.infer<typeof extension>;

/** The queries of a batch by their names. @throws ValidationError with what is wrong, and where */
export function readQueries(json: string): Map<string, MatchQuery> {
  const queries = Object.entries(parsed('queries', json, batch));
  if (queries.length > LARGEST_BATCH) {
    throw new errors.ValidationError(
      `A batch has at most ${LARGEST_BATCH} queries; this one has ${queries.length}.`,
    );
  }
  return new Map(
    queries.map(([key, { query: text, type, limit, properties }]) => [
      key,
      {
        text: text.trim(),
        types: type === undefined || type === '' ? null : [type].flat(),
        limit: Math.min(limit, MOST_CANDIDATES),
        properties: properties.map(({ pid, v }) => ({ id: pid, values: [v].flat().map(textOf) })),
      },
    ]),
  );
}

/** Which properties of which records are asked for. @throws ValidationError */
export function readExtension(json: string): Extension {
  return parsed('extend', json, extension);
}

function textOf(given: z.infer<typeof value>): string {
  return typeof given === 'object' ? given.id : String(given);
}

function parsed<Schema extends z.ZodType>(parameter: string, json: string, schema: Schema): z.infer<Schema> {
  const result = schema.safeParse(jsonOf(parameter, json));
  if (result.success) return result.data;
  const faults = result.error.issues
    .slice(0, 5)
    .map(({ path, message }) => `${path.join('.') || parameter}: ${message}`);
  throw new errors.ValidationError(`"${parameter}" cannot be answered: ${faults.join('; ')}.`);
}

function jsonOf(parameter: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new errors.ValidationError(`"${parameter}" is no JSON.`);
  }
}
