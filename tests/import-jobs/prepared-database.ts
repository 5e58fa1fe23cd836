import { bootSite } from '../harness/boot-site';
import { createDatabase } from '../harness/databases';
import type { DatabaseKind, TestDatabase } from '../harness/test-database';

/** A database with the tables of the site, and nothing in them yet. Whoever makes it drops it. */
export async function preparedDatabase(kind: DatabaseKind): Promise<TestDatabase> {
  const database = await createDatabase(kind);
  const site = await bootSite({ database });
  await site.close();
  return database;
}
