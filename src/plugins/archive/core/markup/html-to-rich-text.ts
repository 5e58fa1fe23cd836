import type { PlacedText } from '../text/placed-text';
import { BLOCKS, EMPHASIS, headingLevel, STRONG, UNSEEN, VOID } from './html-elements';
import { readHtml, type Attributes, type HtmlHandler } from './html-tokens';
import { ContainerStack } from './container-stack';
import { MediaCollector } from './media-collector';
import { ParagraphBuilder } from './paragraph-builder';
import type { Block, RichText } from './rich-text';
import { safeLink } from './safe-link';

export interface HtmlOptions {
  /** Address that relative links are relative to. */
  readonly base?: string | null;
  /** Prefix of the elements of HTML, such as `h:`, where a document of several languages gives them one. */
  readonly prefix?: string;
  /** Elements whose content is no part of the text, besides scripts and the like. */
  readonly leaveOut?: (name: string, attributes: Attributes) => boolean;
}

/** The paragraphs, looks and media of HTML that stands in a record. Never throws, whatever the HTML. */
export function htmlToRichText(html: PlacedText, options: HtmlOptions = {}): RichText {
  const collector = new RichTextCollector(html, options);
  readHtml(html.text, collector, options.prefix);
  return collector.finish();
}

class RichTextCollector implements HtmlHandler {
  private readonly containers = new ContainerStack();
  private readonly paragraph: ParagraphBuilder;
  private readonly media: MediaCollector;
  private blocks: Block[] = [];
  private level = 0;
  private preformatted = 0;
  private strong = 0;
  private emphasis = 0;
  private link: string | null = null;
  private unseen: string | null = null;
  private unseenDepth = 0;
  /** The body's blocks, kept while a caption is read. */
  private outside: Block[] | null = null;

  constructor(
    html: PlacedText,
    private readonly options: HtmlOptions,
  ) {
    this.paragraph = new ParagraphBuilder(html);
    this.media = new MediaCollector(html);
  }

  finish(): RichText {
    this.flush();
    // A caption that nobody ended has the rest of the text in it.
    const blocks = this.outside === null ? this.blocks : [...this.outside, ...this.blocks];
    return { blocks: [...blocks, ...this.media.closeAll()], media: this.media.all() };
  }

  open(name: string, attributes: Attributes, start: number, end: number, selfClosing: boolean): void {
    if (this.unseen !== null && !this.opensBody(name)) {
      this.openUnseen(name, attributes, selfClosing);
      return;
    }
    this.media.open(name, attributes, start, end);
    if (this.isUnseen(name, attributes)) {
      if (selfClosing || VOID.has(name)) return;
      if (BLOCKS.has(name)) this.flush();
      [this.unseen, this.unseenDepth] = [name, 1];
    } else if (name === 'br') this.paragraph.lineBreak(start, end, () => this.flush());
    else if (BLOCKS.has(name) || name === 'wp-caption') this.openBlock(name, attributes);
    else if (name === 'td' || name === 'th') this.paragraph.cell();
    else this.openInline(name, attributes);
  }

  close(name: string, start: number, end: number): void {
    if (this.unseen !== null) {
      if (name === this.unseen && (this.unseenDepth -= 1) === 0) this.unseen = null;
    } else if (name === 'br') this.paragraph.lineBreak(start, end, () => this.flush());
    else if (BLOCKS.has(name) || name === 'wp-caption') this.closeBlock(name);
    else this.closeInline(name);
  }

  text(start: number, end: number, entity: string | null): void {
    if (this.unseen !== null) return;
    const { strong, emphasis, link } = this;
    const look = { strong: strong > 0 && this.level === 0, emphasis: emphasis > 0, link };
    this.paragraph.text(start, end, entity, look, this.preformatted > 0);
  }

  private isUnseen(name: string, attributes: Attributes): boolean {
    return (
      UNSEEN.has(name) || attributes.has('hidden') || (this.options.leaveOut?.(name, attributes) ?? false)
    );
  }

  /** `<head>` need not be closed: the body ends it. */
  private opensBody(name: string): boolean {
    if (this.unseen !== 'head' || name !== 'body') return false;
    this.unseen = null;
    return true;
  }

  private openUnseen(name: string, attributes: Attributes, selfClosing: boolean): void {
    if (name === 'source') this.media.source(attributes);
    if (name === this.unseen && !selfClosing) this.unseenDepth += 1;
  }

  private openBlock(name: string, attributes: Attributes): void {
    this.flush();
    const level = headingLevel(name);
    if (level > 0) this.level = level;
    else if (name === 'p') this.level = 0;
    if (name === 'pre' || name === 'xmp') this.preformatted += 1;
    else if (name === 'hr') this.rule();
    else if (name === 'figcaption' || name === 'wp-caption') this.startCaption();
    this.containers.open(name, attributes);
  }

  private closeBlock(name: string): void {
    this.flush();
    if (headingLevel(name) > 0) this.level = 0;
    else if (name === 'pre' || name === 'xmp') this.preformatted = Math.max(0, this.preformatted - 1);
    else if (name === 'figcaption' || name === 'figure' || name === 'wp-caption') this.endCaption();
    if (name === 'figure' || name === 'wp-caption')
      for (const block of this.media.closeFigure()) this.blocks.push(block);
    this.containers.close(name);
  }

  private openInline(name: string, attributes: Attributes): void {
    if (STRONG.has(name)) this.strong += 1;
    else if (EMPHASIS.has(name)) this.emphasis += 1;
    else if (name === 'a') this.link = safeLink(attributes.get('href') ?? '', this.options.base ?? null);
  }

  private closeInline(name: string): void {
    if (STRONG.has(name)) this.strong = Math.max(0, this.strong - 1);
    else if (EMPHASIS.has(name)) this.emphasis = Math.max(0, this.emphasis - 1);
    else if (name === 'a') this.link = null;
  }

  private startCaption(): void {
    if (this.outside !== null) return;
    this.outside = this.blocks;
    this.blocks = [];
  }

  private endCaption(): void {
    if (this.outside === null) return;
    this.media.caption(this.blocks);
    this.blocks = this.outside;
    this.outside = null;
  }

  private rule(): void {
    this.blocks.push({ kind: 'rule', level: 0, containers: this.containers.now(), runs: [] });
  }

  private flush(): void {
    const runs = this.paragraph.take();
    if (runs.length === 0) return;
    const kind = this.preformatted > 0 ? 'preformatted' : this.level > 0 ? 'heading' : 'paragraph';
    const level = kind === 'heading' ? this.level : 0;
    this.blocks.push({ kind, level, containers: this.containers.now(), runs });
  }
}
