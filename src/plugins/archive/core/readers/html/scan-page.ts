import { UNSEEN, VOID } from '../../markup/html-elements';
import { readHtml, type Attributes, type HtmlHandler } from '../../markup/html-tokens';
import { isHidden, markedTag } from './marked-tag';
import type { PageScan, TagValue } from './page-scan';
import { TagMetadata } from './tag-metadata';
import { TextCollectors } from './text-collectors';

/** The tree and Readability take time and stack by depth; articles are never so deep. */
const DEEPEST = 150;
const MOST_JSON = 50;
const LONGEST_JSON = 512 * 1024;

/** Reads a page once: its metadata, and its markup with the place of each tag. Linear; never throws. */
export function scanPage(html: string): PageScan {
  const scanner = new PageScanner(html);
  readHtml(html, scanner);
  return scanner.finish();
}

class PageScanner implements HtmlHandler {
  private readonly metadata = new TagMetadata();
  private readonly texts: TextCollectors;
  private readonly jsonLd: TagValue[] = [];
  private readonly marked: string[] = [];
  private readonly path: string[] = [];
  private elements = 0;
  private unseen: string | null = null;
  private unseenDepth = 0;
  private jsonStart: number | null = null;

  constructor(private readonly html: string) {
    this.texts = new TextCollectors(html);
  }

  finish(): PageScan {
    const { jsonLd, elements } = this;
    const found = { ...this.metadata.finish(), ...this.texts.finish() };
    return { ...found, jsonLd, elements, marked: this.marked.join('') };
  }

  open(name: string, attributes: Attributes, start: number, end: number, selfClosing: boolean): void {
    this.metadata.read(name, attributes, { start, end });
    if (name === 'script' && /ld\+json/i.test(attributes.get('type') ?? '')) this.jsonStart = end;
    if (this.unseen !== null) {
      if (name === this.unseen && !selfClosing) this.unseenDepth += 1;
    } else if (name !== 'head' && name !== 'body' && (UNSEEN.has(name) || isHidden(attributes))) {
      if (!selfClosing && !VOID.has(name)) [this.unseen, this.unseenDepth] = [name, 1];
    } else this.mark(name, attributes, start);
  }

  close(name: string, start: number): void {
    if (name === 'script') this.endJson(start);
    if (this.unseen !== null) {
      if (name === this.unseen && (this.unseenDepth -= 1) === 0) this.unseen = null;
      return;
    }
    this.texts.close(name);
    const at = this.path.lastIndexOf(name);
    if (at < 0) return;
    this.path.length = at;
    this.marked.push(`</${name}>`);
  }

  text(start: number, end: number, entity: string | null): void {
    if (this.unseen !== null) return;
    const text = this.html.slice(start, end);
    this.marked.push(text.trim() === '' ? ' ' : text);
    this.texts.text(start, end, entity);
  }

  private mark(name: string, attributes: Attributes, start: number): void {
    this.texts.open(name, attributes);
    this.elements += 1;
    if (!VOID.has(name)) {
      // What lies deeper loses its tags and belongs to the element that holds it.
      if (this.path.length >= DEEPEST) return;
      this.path.push(name);
    }
    this.marked.push(markedTag(name, attributes, start));
  }

  private endJson(at: number): void {
    const start = this.jsonStart;
    this.jsonStart = null;
    if (start === null || at - start > LONGEST_JSON || this.jsonLd.length >= MOST_JSON) return;
    this.jsonLd.push({ value: this.html.slice(start, at), start, end: at });
  }
}
