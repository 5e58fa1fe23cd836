import { z } from 'zod';

import { profileSchema } from './profile';

/** What editors and other programs check a profile file with: JSON Schema 2020-12, made of the schema that is used. */
export function profileJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(profileSchema, { io: 'input', unrepresentable: 'any' });
  return {
    $schema,
    title: 'Backfile profile',
    description: 'How the records of one legacy site or system map to article fields. See docs/profiles.md.',
    ...schema,
  };
}
