import { addWeight, waitForWeight } from '../import/input/worker-cells';
import { ITEM_WEIGHT, WINDOW_WEIGHT, type BareItem } from '../import/input/worker-messages';

/** Gathers items into deliveries; blocks the worker while too much is waiting to be taken. */
export interface Deliverer {
  add(item: BareItem, characters: number): void;
  flush(): void;
}

/** A delivery goes out when it weighs this much (about 50 pages) ... */
const DELIVERY_WEIGHT = 256 * 1024;
/** ... or, with slow records, after this time, so that little is parsed again where a record must be stopped. */
const DELIVERY_MILLISECONDS = 200;

/** Deliveries through `send`, counted in the shared cells. */
export function deliverer(
  cells: Int32Array,
  send: (items: readonly BareItem[], weight: number) => void,
): Deliverer {
  let items: BareItem[] = [];
  let weight = 0;
  let since = performance.now();

  const flush = () => {
    if (items.length > 0) {
      addWeight(cells, weight);
      send(items, weight);
      items = [];
      weight = 0;
    }
    since = performance.now();
    waitForWeight(cells, WINDOW_WEIGHT);
  };

  return {
    flush,
    add(item, characters) {
      items.push(item);
      weight += ITEM_WEIGHT + characters;
      if (weight >= DELIVERY_WEIGHT || performance.now() - since >= DELIVERY_MILLISECONDS) flush();
    },
  };
}
