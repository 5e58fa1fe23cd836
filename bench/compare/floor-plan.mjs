/** Rows of many tables, split into transactions such that no row comes before what it refers to. */

/**
 * @param tables `{ name, columns, rows, references: [{ column, target }] }`, rows as arrays in the order of their IDs
 * @param batches how many transactions
 * @returns for each transaction, the tables in an order that foreign keys allow, with their rows
 */
export function planTransactions(tables, batches) {
  const ordered = parentsFirst(tables);
  const placed = new Map();
  const transactions = Array.from({ length: batches }, () => []);
  for (const table of ordered) {
    const own = new Map();
    const parts = Array.from({ length: batches }, () => []);
    const id = table.columns.indexOf('id');
    const parents = table.references
      .filter(({ target }) => placed.has(target))
      .map(({ column, target }) => ({ at: table.columns.indexOf(column), batches: placed.get(target) }));
    table.rows.forEach((row, index) => {
      const even = Math.floor((index * batches) / table.rows.length);
      const batch = Math.max(even, ...parents.map((parent) => parent.batches.get(row[parent.at]) ?? 0));
      own.set(row[id], batch);
      parts[batch].push(row);
    });
    placed.set(table.name, own);
    parts.forEach((rows, batch) => {
      if (rows.length > 0) transactions[batch].push({ name: table.name, columns: table.columns, rows });
    });
  }
  return transactions;
}

function parentsFirst(tables) {
  const byName = new Map(tables.map((table) => [table.name, table]));
  const ordered = new Set();
  const visit = (table, path) => {
    if (ordered.has(table) || path.includes(table)) return;
    for (const { target } of table.references) {
      const parent = byName.get(target);
      if (parent) visit(parent, [...path, table]);
    }
    ordered.add(table);
  };
  for (const table of tables) visit(table, []);
  return [...ordered];
}
