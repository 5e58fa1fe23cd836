import { errors } from '@strapi/utils';
import { z } from 'zod';

import type { StartJobRequest } from '../../../shared/job-api';
import { NEAR_DUPLICATES } from '../variants/settle-variants';
import { DUMP_KEYS, namesADump, NAMES_NO_DUMP } from './dump-schema';

const startRequest = z
  .strictObject({
    ...DUMP_KEYS,
    publish: z.boolean().optional(),
    locale: z.string().max(35).optional(),
    era: z.string().min(1).max(255).optional(),
    source: z.string().min(1).max(255).optional(),
    limit: z.int().min(1).optional(),
    nearDuplicates: z.enum(NEAR_DUPLICATES).optional(),
  })
  .refine(namesADump, NAMES_NO_DUMP);

/** Validates the body of a request to start a job; throws one ValidationError that names every faulty key. */
export function readStartRequest(body: unknown): StartJobRequest {
  const result = startRequest.safeParse(body);
  if (result.success) return result.data as StartJobRequest;
  const faults = result.error.issues.map((fault) => `${fault.path.join('.') || 'body'}: ${fault.message}`);
  throw new errors.ValidationError(`The job cannot be started: ${faults.join('; ')}.`);
}
