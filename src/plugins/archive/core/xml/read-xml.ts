import { readAttributes } from './read-attributes';
import { NextPosition } from './next-position';
import type { XmlElement, XmlFault, XmlNode, XmlTree } from './xml-tree';

/** Elements nested deeper than this are not kept; their text is. */
export const DEEPEST = 200;
const MOST_FAULTS = 5;

interface Open extends XmlElement {
  readonly children: XmlNode[];
  end: number;
  readonly inner: { start: number; end: number };
}

/**
 * Reads XML of any quality as a tree of places in its source, in linear time. Tags that do not match are closed where
 * their parents are, and told as faults; entities are left as they stand, so that none can be expanded. `lowerCase`:
 * names of elements in any case, as in SGML.
 */
export function readXml(source: string, options: { readonly lowerCase?: boolean } = {}): XmlTree {
  const reader = new TreeReader(source, options.lowerCase ?? false);
  reader.read();
  return reader.finish();
}

class TreeReader {
  private readonly root: Open;
  private readonly stack: Open[];
  private beyond = 0;
  private readonly faults: XmlFault[] = [];
  private readonly next: NextPosition;
  private readonly end: number;

  constructor(
    private readonly source: string,
    private readonly lowerCase: boolean,
  ) {
    this.end = source.length;
    this.root = openElement('', new Map(), 0, 0);
    this.stack = [this.root];
    this.next = new NextPosition(source, this.end);
  }

  read(): void {
    let at = 0;
    while (at < this.end) {
      const lt = this.next.of('<', at);
      this.addText('text', at, lt);
      at = lt < this.end ? this.markup(lt) : this.end;
    }
  }

  finish(): XmlTree {
    for (const open of this.stack.slice(1)) this.fault(open.start, `<${open.name}> is not closed`);
    for (const open of this.stack) [open.end, open.inner.end] = [this.end, this.end];
    return { root: this.root, faults: this.faults };
  }

  /** Reads what begins with the `<` at `lt`; returns the position behind it. */
  private markup(lt: number): number {
    const { source } = this;
    if (source.startsWith('<![CDATA[', lt)) return this.cdata(lt);
    if (source.startsWith('<!--', lt)) return this.skip(lt, '-->');
    if (source.startsWith('<?', lt)) return this.skip(lt, '?>');
    if (source.startsWith('<!', lt)) return this.declaration(lt);
    const isClosing = source.charAt(lt + 1) === '/';
    if (!/[\p{L}_:]/u.test(source.charAt(lt + (isClosing ? 2 : 1)))) {
      this.addText('text', lt, lt + 1);
      return lt + 1;
    }
    return isClosing ? this.closeTag(lt) : this.openTag(lt);
  }

  private cdata(lt: number): number {
    const close = this.next.of(']]>', lt + 9);
    if (close >= this.end) this.fault(lt, 'a CDATA section that is not closed');
    this.addText('cdata', lt + 9, close);
    return Math.min(this.end, close + 3);
  }

  private skip(lt: number, close: string): number {
    const found = this.next.of(close, lt + 2);
    if (found < this.end) return found + close.length;
    this.fault(lt, `no ${close} follows`);
    // A comment that nobody ended hides no text.
    return lt + 2;
  }

  private declaration(lt: number): number {
    const gt = this.next.of('>', lt);
    const bracket = this.next.of('[', lt);
    const from = bracket < gt ? this.next.of(']', bracket) : lt;
    return Math.min(this.end, this.next.of('>', from) + 1);
  }

  private openTag(lt: number): number {
    const tag = readAttributes(this.source, lt + 1, this.end, this.next);
    if (tag.fault !== null) this.fault(lt, tag.fault);
    const parent = this.stack.at(-1) ?? this.root;
    if (this.stack.length > DEEPEST) {
      if (!tag.isEmpty) this.beyond += 1;
      return tag.end;
    }
    const element = openElement(this.named(tag.name), tag.attributes, lt, tag.end);
    parent.children.push(element);
    if (tag.isEmpty) element.end = tag.end;
    else this.stack.push(element);
    return tag.end;
  }

  private closeTag(lt: number): number {
    const gt = Math.min(this.next.of('>', lt), this.next.of('<', lt + 1));
    const end = this.source.charAt(gt) === '>' ? gt + 1 : gt;
    const name = this.named(this.source.slice(lt + 2, gt).trim());
    if (this.beyond > 0) {
      this.beyond -= 1;
      return end;
    }
    const from = this.stack.findLastIndex((open, index) => index > 0 && open.name === name);
    if (from < 0) this.fault(lt, `</${name}> closes nothing`);
    else this.closeFrom(from, lt, end);
    return end;
  }

  /** Closes the element at `from` of the stack, and those inside of it that nobody closed. */
  private closeFrom(from: number, lt: number, end: number): void {
    const [meant, ...unclosed] = this.stack.splice(from);
    for (const open of unclosed) {
      this.fault(open.start, `<${open.name}> is not closed`);
      [open.inner.end, open.end] = [lt, lt];
    }
    if (meant !== undefined) [meant.inner.end, meant.end] = [lt, end];
  }

  private named(name: string): string {
    return this.lowerCase ? name.toLowerCase() : name;
  }

  private addText(kind: 'text' | 'cdata', start: number, end: number): void {
    const to = Math.min(end, this.end);
    if (start < to) this.stack.at(-1)?.children.push({ kind, start, end: to });
  }

  private fault(at: number, found: string): void {
    if (this.faults.length < MOST_FAULTS) this.faults.push({ start: at, end: at, found });
  }
}

function openElement(
  name: string,
  attributes: ReadonlyMap<string, string>,
  start: number,
  inner: number,
): Open {
  const local = name.slice(name.lastIndexOf(':') + 1);
  return {
    kind: 'element',
    name,
    local,
    attributes,
    children: [],
    start,
    end: inner,
    inner: { start: inner, end: inner },
  };
}
