/** The first bytes of a stream, and the whole stream, those bytes included. */
export interface Headed {
  readonly head: Uint8Array;
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** Looks at the first `wanted` bytes (or a chunk more) of a stream without using them up. */
export async function withHead(chunks: AsyncIterable<Uint8Array>, wanted: number): Promise<Headed> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let length = 0;
  while (length < wanted) {
    const next = await iterator.next();
    if (next.done === true) break;
    first.push(next.value);
    length += next.value.length;
  }
  const head = new Uint8Array(length);
  first.reduce((at, chunk) => {
    head.set(chunk, at);
    return at + chunk.length;
  }, 0);
  return { head, chunks: after(head, iterator) };
}

async function* after(
  head: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array, undefined> {
  try {
    if (head.length > 0) yield head;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
    return undefined;
  } finally {
    await rest.return?.();
  }
}
