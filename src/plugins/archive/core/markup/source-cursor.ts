import type { PlacedText, PlacedTextBuilder } from '../text/placed-text';

/** Finds the place in the record of positions of a source that come in rising order, without searching anew. */
export class SourceCursor {
  private piece = 0;

  constructor(readonly source: PlacedText) {}

  /** Where `[start, end)` of the source stands in the record. */
  spanOf(start: number, end: number): { start: number; end: number } {
    const from = this.positionOf(start);
    return { start: from, end: Math.max(from, end > start ? this.positionOf(end - 1) + 1 : from) };
  }

  /** Adds a stretch of the source as it stands, piece by piece. */
  copy(builder: PlacedTextBuilder, start: number, end: number): void {
    let at = start;
    while (at < end) {
      this.moveTo(at);
      const { pieces, text } = this.source;
      const piece = pieces[this.piece];
      const next = pieces[this.piece + 1]?.text ?? text.length;
      const inPiece = piece !== undefined && at >= piece.text && at < piece.text + piece.length;
      const to = Math.min(end, inPiece ? piece.text + piece.length : Math.max(next, at + 1));
      if (inPiece) builder.add(text.slice(at, to), piece.record + at - piece.text);
      else builder.join(text.slice(at, to));
      at = to;
    }
  }

  private positionOf(offset: number): number {
    this.moveTo(offset);
    const piece = this.source.pieces[this.piece];
    if (piece === undefined) return 0;
    return piece.record + Math.min(Math.max(0, offset - piece.text), piece.length);
  }

  private moveTo(offset: number): void {
    const { pieces } = this.source;
    if ((pieces[this.piece]?.text ?? 0) > offset) this.piece = 0;
    while ((pieces[this.piece + 1]?.text ?? Infinity) <= offset) this.piece += 1;
  }
}
