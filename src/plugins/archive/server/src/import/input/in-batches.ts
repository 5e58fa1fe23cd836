/** Gathers items into batches of at most `most` items and about `largest` in size; memory is one batch. */
export async function* inBatches<Item>(
  items: Iterable<Item> | AsyncIterable<Item>,
  most: number,
  largest: number,
  sizeOf: (item: Item) => number,
): AsyncGenerator<Item[]> {
  let batch: Item[] = [];
  let size = 0;
  for await (const item of items) {
    batch.push(item);
    size += sizeOf(item);
    if (batch.length < most && size < largest) continue;
    yield batch;
    batch = [];
    size = 0;
  }
  if (batch.length > 0) yield batch;
}
