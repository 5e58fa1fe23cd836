import { placedTextBuilder, slicePlaced, type PlacedText, type PlacedTextBuilder } from '../text/placed-text';
import type { Span } from '../span';
import type { Run } from './rich-text';
import { SourceCursor } from './source-cursor';

export type Look = Pick<Run, 'strong' | 'emphasis' | 'link'>;

const PLAIN: Look = { strong: false, emphasis: false, link: null };
/** White space that must become one space: more than one character, or none that is a space. */
const IRREGULAR = /[ \t\n\r\f]{2,}|[\t\n\r\f]/g;

/** Gathers the runs of one paragraph, its white space collapsed as browsers do. */
export class ParagraphBuilder {
  private readonly cursor: SourceCursor;
  private runs: Run[] = [];
  private look: Look = PLAIN;
  private builder: PlacedTextBuilder = placedTextBuilder();
  private isEmpty = true;
  private afterSpace = true;
  /** A space that counts only where text follows it on its line. */
  private pending: Span | null = null;
  private breaks = 0;
  private cellsEnded = false;

  constructor(html: PlacedText) {
    this.cursor = new SourceCursor(html);
  }

  /** Text of the source, or the character that an entity there stands for. */
  text(start: number, end: number, entity: string | null, look: Look, keepSpace: boolean): void {
    this.changeLook(look);
    if (entity !== null) this.entity(start, end, entity, keepSpace);
    else if (keepSpace) this.verbatim(start, end);
    else this.collapsed(start, end);
  }

  /** One break is a line end; two with nothing between them end the paragraph. */
  lineBreak(start: number, end: number, endParagraph: () => void): void {
    if (this.isEmpty) return;
    this.breaks += 1;
    if (this.breaks > 1) endParagraph();
    else {
      const at = this.cursor.spanOf(start, end);
      this.builder.add('\n', at.start, at.end - at.start);
      this.pending = null;
      this.afterSpace = true;
    }
  }

  /** The start of a table cell: what comes next is parted from the cells before it. */
  cell(): void {
    this.cellsEnded = !this.isEmpty;
  }

  /** The runs gathered so far, without white space around them; the next paragraph starts. */
  take(): Run[] {
    this.endRun();
    const runs = trimmed(this.runs);
    this.runs = [];
    this.isEmpty = true;
    this.pending = null;
    this.afterSpace = true;
    this.breaks = 0;
    this.cellsEnded = false;
    return runs;
  }

  private verbatim(start: number, end: number): void {
    this.beforeText();
    this.cursor.copy(this.builder, start, end);
    this.afterSpace = false;
    if (this.cursor.source.text.slice(start, end).trim() !== '') this.isEmpty = false;
  }

  private collapsed(start: number, end: number): void {
    let at = start;
    for (const gap of this.cursor.source.text.slice(start, end).matchAll(IRREGULAR)) {
      const from = start + gap.index;
      this.regular(at, from);
      at = from + gap[0].length;
      this.space(from, at);
    }
    this.regular(at, end);
  }

  /** A stretch without irregular white space, perhaps with a single space at either end. */
  private regular(start: number, end: number): void {
    const { text } = this.cursor.source;
    if (start >= end) return;
    const from = text.charCodeAt(start) === SPACE ? start + 1 : start;
    const to = end > from && text.charCodeAt(end - 1) === SPACE ? end - 1 : end;
    if (from > start) this.space(start, from);
    if (from < to) this.literal(from, to);
    if (to < end) this.space(to, end);
  }

  private literal(start: number, end: number): void {
    this.beforeText();
    this.cursor.copy(this.builder, start, end);
    this.afterSpace = false;
    [this.isEmpty, this.breaks] = [false, 0];
  }

  private space(start: number, end: number): void {
    if (this.afterSpace) return;
    this.pending = { start, end };
    this.afterSpace = true;
  }

  private beforeText(): void {
    if (this.cellsEnded) this.endCell();
    else if (this.pending !== null) {
      const at = this.cursor.spanOf(this.pending.start, this.pending.end);
      this.builder.add(' ', at.start, at.end - at.start);
    }
    this.pending = null;
  }

  private entity(start: number, end: number, entity: string, keepSpace: boolean): void {
    if (!keepSpace && /^[ \t\n\r\f]$/.test(entity)) {
      this.space(start, end);
      return;
    }
    this.beforeText();
    const at = this.cursor.spanOf(start, end);
    this.builder.add(entity, at.start, at.end - at.start);
    this.afterSpace = false;
    // `&nbsp;` alone makes no paragraph, and no difference to two breaks around it.
    if (entity.trim() !== '') [this.isEmpty, this.breaks] = [false, 0];
  }

  private endCell(): void {
    this.builder.join(' | ');
    this.cellsEnded = false;
  }

  private changeLook(look: Look): void {
    if (sameLook(look, this.look)) return;
    this.endRun();
    this.look = look;
  }

  private endRun(): void {
    if (this.builder.length === 0) return;
    this.runs.push({ ...this.look, placed: this.builder.build() });
    this.builder = placedTextBuilder();
  }
}

const SPACE = 0x20;

function sameLook(one: Look, other: Look): boolean {
  return one.strong === other.strong && one.emphasis === other.emphasis && one.link === other.link;
}

function trimmed(runs: readonly Run[]): Run[] {
  const first = runs.findIndex(hasText);
  const last = runs.findLastIndex(hasText);
  return runs.slice(first < 0 ? runs.length : first, last + 1).map((run, index, kept) => {
    const { text } = run.placed;
    const start = index === 0 ? text.length - text.trimStart().length : 0;
    const end = index === kept.length - 1 ? text.trimEnd().length : text.length;
    return start === 0 && end === text.length ? run : { ...run, placed: slicePlaced(run.placed, start, end) };
  });
}

function hasText({ placed }: Run): boolean {
  return placed.text.trim() !== '';
}
