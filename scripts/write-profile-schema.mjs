/** `npm run profile-schema`: writes the JSON Schema of profiles anew, after a change to the schema in the core. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { core } from './load-core.mjs';
import { PLUGIN } from './project-paths.mjs';

const { profileJsonSchema } = core('profiles/profile-json-schema');
writeFileSync(join(PLUGIN, 'profile.schema.json'), `${JSON.stringify(profileJsonSchema(), null, 2)}\n`);
