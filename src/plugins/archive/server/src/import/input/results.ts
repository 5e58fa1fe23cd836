/** A queue from one place that puts to one that takes; what was put before a failure is still taken. */
export interface Results<Item> {
  put(item: Item): void;
  end(): void;
  fail(reason: unknown): void;
  /** The next item; null after the end. Rejects once all that was put before a failure is taken. */
  take(): Promise<Item | null>;
}

/** An empty queue. It has no limit of its own: whoever puts must know when to wait. */
export function createResults<Item>(): Results<Item> {
  const items: Item[] = [];
  let closed: { readonly reason?: unknown } | null = null;
  let wake: (() => void) | null = null;

  const change = () => {
    wake?.();
    wake = null;
  };
  return {
    put(item) {
      items.push(item);
      change();
    },
    end() {
      closed ??= {};
      change();
    },
    fail(reason) {
      closed ??= { reason };
      change();
    },
    async take() {
      while (items.length === 0 && closed === null) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const item = items.shift();
      if (item !== undefined) return item;
      if (closed !== null && 'reason' in closed) throw closed.reason;
      return null;
    },
  };
}
