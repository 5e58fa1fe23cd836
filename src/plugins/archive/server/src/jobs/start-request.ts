import { errors } from '@strapi/utils';
import { z } from 'zod';

import { isKnownEncoding } from '../../../core/decode/encoding-names';
import type { StartJobRequest } from '../../../shared/job-api';
import { NEAR_DUPLICATES } from '../variants/settle-variants';

const path = z.string().min(1).max(1000);

const startRequest = z
  .strictObject({
    paths: z.array(path).max(100).optional(),
    uploads: z
      .array(z.string().regex(/^[a-z0-9-]{1,64}$/))
      .max(100)
      .optional(),
    profile: z.string().max(80).optional(),
    encoding: z.string().max(40).refine(isKnownEncoding, 'is not a known encoding').optional(),
    separator: z.string().trim().min(1).max(200).optional(),
    publish: z.boolean().optional(),
    locale: z.string().max(35).optional(),
    era: z.string().min(1).max(255).optional(),
    source: z.string().min(1).max(255).optional(),
    limit: z.int().min(1).optional(),
    nearDuplicates: z.enum(NEAR_DUPLICATES).optional(),
  })
  .refine(
    (request) => (request.paths?.length ?? 0) + (request.uploads?.length ?? 0) > 0,
    'needs paths or uploads',
  );

/** Validates the body of a request to start a job; throws one ValidationError that names every faulty key. */
export function readStartRequest(body: unknown): StartJobRequest {
  const result = startRequest.safeParse(body);
  if (result.success) return result.data as StartJobRequest;
  const faults = result.error.issues.map((fault) => `${fault.path.join('.') || 'body'}: ${fault.message}`);
  throw new errors.ValidationError(`The job cannot be started: ${faults.join('; ')}.`);
}
