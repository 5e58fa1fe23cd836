import { foldName } from '../fold-name';
import { blockKeys } from './block-keys';
import { comparableName, compareNames, type ComparableName, type LikenessReason } from './compare-names';

/** Records by their names, for questions that come one by one and must not look at all of them. */
export interface NameIndex<Item> {
  readonly exact: Map<string, Item[]>;
  readonly blocks: Map<string, { readonly item: Item; readonly name: ComparableName }[]>;
}

export interface Likely<Item> {
  readonly item: Item;
  /** 0 to 1. */
  readonly score: number;
  readonly reasons: readonly LikenessReason[];
}

/** What sounds even less alike is no candidate. */
const LEAST = 0.5;
/** A name that sounds like more others than this is compared with the first of them only. */
const MOST_COMPARED = 500;
const MOST_NAMES = 20;

export function emptyNameIndex<Item>(): NameIndex<Item> {
  return { exact: new Map(), blocks: new Map() };
}

export function addToNameIndex<Item>(index: NameIndex<Item>, item: Item, names: readonly string[]): void {
  for (const folded of new Set(names.map(foldName))) push(index.exact, folded, item);
  for (const text of new Set(names.slice(0, MOST_NAMES))) {
    const name = comparableName(text);
    for (const key of blockKeys(name)) push(index.blocks, key, { item, name });
  }
}

/** The items with a name like the text, best first. */
export function likestItems<Item>(
  index: NameIndex<Item>,
  text: string,
  accepts: (item: Item) => boolean,
): Likely<Item>[] {
  const best = new Map<Item, Likely<Item>>();
  for (const item of index.exact.get(foldName(text)) ?? []) {
    if (accepts(item)) best.set(item, { item, score: 1, reasons: ['sameName'] });
  }
  const wanted = comparableName(text);
  let compared = 0;
  for (const key of blockKeys(wanted)) {
    for (const { item, name } of index.blocks.get(key) ?? []) {
      if (!accepts(item)) continue;
      if (++compared > MOST_COMPARED) break;
      const { score, reasons } = compareNames(wanted, name);
      if (score >= LEAST && score > (best.get(item)?.score ?? 0)) best.set(item, { item, score, reasons });
    }
  }
  return [...best.values()].sort((one, other) => other.score - one.score);
}

/** The items with a name, or a word of one, that begins so; whole names first. */
export function itemsBeginning<Item>(index: NameIndex<Item>, prefix: string, most: number): Item[] {
  const wanted = foldName(prefix);
  const whole = new Set<Item>();
  const inside = new Set<Item>();
  for (const [name, items] of index.exact) {
    if (name.startsWith(wanted)) items.forEach((item) => whole.add(item));
    else if (inside.size < most && name.includes(` ${wanted}`)) items.forEach((item) => inside.add(item));
    if (whole.size >= most) break;
  }
  return [...new Set([...whole, ...inside])].slice(0, most);
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
