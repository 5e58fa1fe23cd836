import { Tokenizer, type QuoteType } from 'htmlparser2';

/** Names in lower case; the first of two attributes of one name counts, as in browsers. */
export type Attributes = ReadonlyMap<string, string>;

/** What is told of HTML as it is read. Positions are UTF-16 units of the source; ends lie behind the last character. */
export interface HtmlHandler {
  /** `<img src="x">`; `selfClosing` for `<img/>`, which HTML ignores but for foreign elements. */
  open(name: string, attributes: Attributes, start: number, end: number, selfClosing: boolean): void;
  close(name: string, start: number, end: number): void;
  /** Text as it stands from `start` to `end`, or (`entity`) the character that a reference there stands for. */
  text(start: number, end: number, entity: string | null): void;
}

/** Beyond this, attributes are not kept: a tag with a million of them is an attack. */
const MOST_ATTRIBUTES = 256;
const LONGEST_ATTRIBUTE = 65_536;

/**
 * Reads HTML of any quality, in linear time and without a tree: no nesting can exhaust it. Comments, declarations and
 * the text of scripts and style sheets are left out; the tags that hold them are told. `prefix` is cut off names.
 */
export function readHtml(html: string, handler: HtmlHandler, prefix = ''): void {
  const tokens = new TagCollector(html, handler, prefix.toLowerCase());
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, tokens);
  tokenizer.write(html);
  tokenizer.end();
}

const NO_TEXT: ReadonlySet<string> = new Set(['script', 'style', 'textarea']);

/** Puts the tokenizer's events together into whole tags. */
class TagCollector {
  private name = '';
  private start = 0;
  private attributes = new Map<string, string>();
  private attribute = '';
  private value: string[] = [];
  private valueLength = 0;
  private silent: string | null = null;
  private entityStart = 0;
  private entityEnd = -1;

  constructor(
    private readonly html: string,
    private readonly handler: HtmlHandler,
    private readonly prefix: string,
  ) {}

  ontext(start: number, end: number): void {
    if (this.silent === null) this.handler.text(start, end, null);
  }

  ontextentity(codePoint: number, end: number): void {
    // `&bne;` stands for two characters, told one after the other with the same end.
    if (end !== this.entityEnd) this.entityStart = this.html.lastIndexOf('&', end - 1);
    this.entityEnd = end;
    if (this.silent === null) this.handler.text(this.entityStart, end, String.fromCodePoint(codePoint));
  }

  onopentagname(start: number, end: number): void {
    this.name = this.named(start, end);
    this.start = start - 1;
    this.attributes = new Map();
  }

  onattribname(start: number, end: number): void {
    this.attribute = this.html.slice(start, Math.min(end, start + LONGEST_ATTRIBUTE)).toLowerCase();
    this.value = [];
    this.valueLength = 0;
  }

  onattribdata(start: number, end: number): void {
    const room = LONGEST_ATTRIBUTE - this.valueLength;
    if (room <= 0) return;
    const part = this.html.slice(start, Math.min(end, start + room));
    this.value.push(part);
    this.valueLength += part.length;
  }

  onattribentity(codePoint: number): void {
    this.value.push(String.fromCodePoint(codePoint));
    this.valueLength += 1;
  }

  onattribend(_quote: QuoteType, _end: number): void {
    if (this.attributes.size >= MOST_ATTRIBUTES || this.attributes.has(this.attribute)) return;
    this.attributes.set(this.attribute, this.value.join(''));
  }

  onopentagend(end: number): void {
    this.opened(end, false);
  }

  onselfclosingtag(end: number): void {
    this.opened(end, true);
  }

  private opened(last: number, selfClosing: boolean): void {
    // The tokenizer goes back to text after `<script/>`, so that nothing would end the silence.
    this.silent = NO_TEXT.has(this.name) && !selfClosing ? this.name : this.silent;
    this.handler.open(this.name, this.attributes, this.start, last + 1, selfClosing);
  }

  onclosetag(start: number, end: number): void {
    const name = this.named(start, end);
    if (this.silent === name) this.silent = null;
    this.handler.close(name, start - 2, this.endOfTag(end));
  }

  private named(start: number, end: number): string {
    const name = this.html.slice(start, end).toLowerCase();
    return this.prefix !== '' && name.startsWith(this.prefix) ? name.slice(this.prefix.length) : name;
  }

  private endOfTag(from: number): number {
    return this.html.charAt(from) === '>' ? from + 1 : from;
  }

  oncdata(): void {
    // `<![CDATA[` is no HTML: browsers take it for a comment, and so does this.
  }

  oncomment(): void {
    // Comments are no text.
  }

  ondeclaration(): void {
    // `<!doctype html>` is no text.
  }

  onprocessinginstruction(): void {
    // `<?xml version="1.0"?>` is no text.
  }

  onend(): void {
    // Nothing is held back.
  }
}
