import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';

import { bootSite } from '../harness/boot-site';
import { createDatabase } from '../harness/databases';
import { PROJECT } from '../harness/project';

const FILE = path.join(PROJECT, 'docs', 'schema.graphql');
/** `WRITE_GRAPHQL_SCHEMA=1 npx jest tests/docs/graphql-schema.test.ts`, after a change that is meant. */
const isToBeWritten = process.env['WRITE_GRAPHQL_SCHEMA'] === '1';

describe('docs/schema.graphql', () => {
  it('is the schema that the site serves', async () => {
    const database = await createDatabase('sqlite');
    const site = await bootSite({ database });
    try {
      const schema: GraphQLSchema = site.strapi.plugin('graphql').service('content-api').buildSchema();
      const served = `${printSchema(lexicographicSortSchema(schema))}\n`;
      if (isToBeWritten) writeFileSync(FILE, served);
      expect(served).toBe(readFileSync(FILE, 'utf8'));
    } finally {
      await site.close();
      await database.drop();
    }
  });
});
