import type { Attributes } from './html-tokens';
import type { Container } from './rich-text';

/** Quotations and lists deeper than this are read as if they were not nested any further. */
const DEEPEST = 16;

interface Open {
  readonly name: string;
  readonly container: Container | null;
}

/** Which quotations and list items are open. */
export class ContainerStack {
  private readonly opened: Open[] = [];
  private readonly beyond = new Map<string, number>();
  private readonly numbers: number[] = [];
  private nextId = 0;

  /** The containers of a paragraph that starts here. */
  now(): Container[] {
    return this.opened.flatMap(({ container }) => (container === null ? [] : [container]));
  }

  open(name: string, attributes: Attributes): void {
    if (!isContainer(name)) return;
    if (name === 'li') this.endItem();
    if (this.opened.length >= DEEPEST) {
      this.beyond.set(name, (this.beyond.get(name) ?? 0) + 1);
      return;
    }
    if (isList(name)) this.numbers.push(firstNumber(attributes));
    this.opened.push({ name, container: this.containerOf(name) });
  }

  close(name: string): void {
    if (!isContainer(name)) return;
    const beyond = this.beyond.get(name) ?? 0;
    if (beyond > 0) {
      this.beyond.set(name, beyond - 1);
      return;
    }
    const from = this.opened.findLastIndex((open) => open.name === name);
    if (from >= 0) this.cutTo(from);
  }

  /** `<li>` ends the item before it, which few people close. */
  private endItem(): void {
    const from = this.opened.findLastIndex(({ name }) => name === 'li' || isList(name));
    if (this.opened[from]?.name === 'li') this.cutTo(from);
  }

  private cutTo(length: number): void {
    for (const { name } of this.opened.splice(length)) if (isList(name)) this.numbers.pop();
  }

  private containerOf(name: string): Container | null {
    if (isList(name)) return null;
    this.nextId += 1;
    if (name !== 'li') return { kind: 'quote', id: this.nextId };
    const ordered = this.opened.findLast((open) => isList(open.name))?.name === 'ol';
    const number = this.numbers.at(-1) ?? 1;
    if (this.numbers.length > 0) this.numbers[this.numbers.length - 1] = number + 1;
    return { kind: 'item', ordered, number, id: this.nextId };
  }
}

function isContainer(name: string): boolean {
  return name === 'li' || name === 'blockquote' || name === 'bq' || isList(name);
}

function isList(name: string): boolean {
  return name === 'ul' || name === 'ol' || name === 'menu' || name === 'dir';
}

/** `<ol start="5">`; CommonMark takes up to nine digits. */
function firstNumber(attributes: Attributes): number {
  const start = attributes.get('start') ?? '';
  return /^\d{1,8}$/.test(start) ? Number(start) : 1;
}
