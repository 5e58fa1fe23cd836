import { z } from 'zod';

import { isKnownEncoding } from '../../../core/decode/encoding-names';

const path = z.string().min(1).max(1000);
const token = z.string().regex(/^[a-z0-9-]{1,64}$/);

/** What a request may say of the dump it is about. */
export const DUMP_KEYS = {
  paths: z.array(path).max(100).optional(),
  uploads: z.array(token).max(100).optional(),
  profile: z.string().max(80).optional(),
  encoding: z.string().max(40).refine(isKnownEncoding, 'is not a known encoding').optional(),
  separator: z.string().trim().min(1).max(200).optional(),
};

export function namesADump(request: {
  readonly paths?: readonly string[] | undefined;
  readonly uploads?: readonly string[] | undefined;
}): boolean {
  return (request.paths?.length ?? 0) + (request.uploads?.length ?? 0) > 0;
}

export const NAMES_NO_DUMP = 'needs paths or uploads';
