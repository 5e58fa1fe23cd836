import { errors } from '@strapi/utils';
import { z } from 'zod';

import { DUMP_KEYS, namesADump, NAMES_NO_DUMP } from '../jobs/dump-schema';

const number = z.int().min(0).max(1_000_000_000);

const inspect = z.strictObject(DUMP_KEYS).refine(namesADump, NAMES_NO_DUMP);
const preview = z
  .strictObject({
    ...DUMP_KEYS,
    place: z.strictObject({ file: number, record: number }),
    draftProfile: z.unknown().optional(),
  })
  .refine(namesADump, NAMES_NO_DUMP);
const learn = z
  .strictObject({ ...DUMP_KEYS, name: z.string().trim().min(1).max(80) })
  .refine(namesADump, NAMES_NO_DUMP);

export type InspectBody = z.infer<typeof inspect>;
export type PreviewBody = z.infer<typeof preview>;
export type LearnBody = z.infer<typeof learn>;

export const readInspectBody = (body: unknown): InspectBody => checked(inspect, body);
export const readPreviewBody = (body: unknown): PreviewBody => checked(preview, body);
export const readLearnBody = (body: unknown): LearnBody => checked(learn, body);

/** @throws ValidationError that names every faulty key */
function checked<Schema extends z.ZodType>(schema: Schema, body: unknown): z.infer<Schema> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const faults = result.error.issues.map((fault) => `${fault.path.join('.') || 'body'}: ${fault.message}`);
  throw new errors.ValidationError(`This cannot be looked at: ${faults.join('; ')}.`);
}
