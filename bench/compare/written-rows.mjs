/** Every row that an import added, read back from its database. */

/** @param before what `contents()` gave before the import */
export async function writtenRows(database, before) {
  const after = await database.contents();
  const tables = [];
  for (const [name, { count, maxId }] of after) {
    const was = before.get(name);
    if (count === was.count && maxId === was.maxId) continue;
    const { columns, rows } = await database.rowsSince(name, was.maxId ?? 0);
    tables.push({ name, columns, rows, references: await database.references(name) });
  }
  return tables;
}
