import type { PlacedText } from '../text/placed-text';
import { blocksToText } from './blocks-to-text';
import type { Attributes } from './html-tokens';
import { addressOf, figureMedia, galleryMedia, shownMedia } from './media-of-tag';
import type { Block, ShownMedia } from './rich-text';
import { SourceCursor } from './source-cursor';

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

interface Figure {
  /** Index of its first picture. */
  readonly from: number;
  readonly inTag: ShownMedia;
  caption: readonly Block[];
}

const FIGURES = new Set(['figure', 'wp-caption']);
const KINDS: ReadonlyMap<string, ShownMedia['kind']> = new Map([
  ['img', 'image'],
  ['image', 'image'],
  ['video', 'video'],
  ['audio', 'audio'],
  ['iframe', 'video'],
  ['embed', 'video'],
]);
/** Beyond this, the media of one text are not kept: no article shows as many. */
const MOST_MEDIA = 2000;
const DEEPEST = 8;

/** Gathers what the markup shows besides text, with the captions of figures. */
export class MediaCollector {
  private readonly media: Mutable<ShownMedia>[] = [];
  private readonly figures: Figure[] = [];
  private beyond = 0;
  private readonly cursor: SourceCursor;

  constructor(html: PlacedText) {
    this.cursor = new SourceCursor(html);
  }

  /** Without those of which nothing is known. */
  all(): readonly ShownMedia[] {
    return this.media.filter(({ url, legacyId, caption }) => url ?? legacyId ?? caption);
  }

  open(name: string, attributes: Attributes, start: number, end: number): void {
    const kind = KINDS.get(name);
    if (kind === undefined && name !== 'wp-gallery' && !FIGURES.has(name)) return;
    const at = this.cursor.spanOf(start, end);
    if (kind !== undefined) this.add(shownMedia(kind, attributes, at));
    else if (name === 'wp-gallery') galleryMedia(attributes, at).forEach((item) => this.add(item));
    else this.openFigure(figureMedia(attributes, at));
  }

  /** `<video><source src="...">`. */
  source(attributes: Attributes): void {
    const last = this.media.at(-1);
    if (last !== undefined && last.kind !== 'image') last.url ??= addressOf(attributes);
  }

  /** The text of the open figure's caption. */
  caption(blocks: readonly Block[]): void {
    const figure = this.figures.at(-1);
    if (figure !== undefined && blocks.length > 0) figure.caption = blocks;
  }

  /** Gives the figure's pictures its caption. Returns the caption where there is none to give it to. */
  closeFigure(): readonly Block[] {
    if (this.beyond > 0) {
      this.beyond -= 1;
      return [];
    }
    const figure = this.figures.pop();
    if (figure === undefined) return [];
    const { inTag, from, caption } = figure;
    if (this.media.length === from) return caption;
    const text = caption.length > 0 ? blocksToText(caption) : inTag.caption;
    this.media.slice(from).forEach((item, index) => {
      item.caption ??= text;
      if (index === 0) item.legacyId ??= inTag.legacyId;
    });
    return [];
  }

  /** Closes what was left open. */
  closeAll(): Block[] {
    this.beyond = 0;
    const left: Block[] = [];
    while (this.figures.length > 0) for (const block of this.closeFigure()) left.push(block);
    return left;
  }

  private openFigure(inTag: ShownMedia): void {
    if (this.figures.length >= DEEPEST) this.beyond += 1;
    else this.figures.push({ from: this.media.length, inTag, caption: [] });
  }

  private add(item: ShownMedia): void {
    if (this.media.length < MOST_MEDIA) this.media.push({ ...item });
  }
}
