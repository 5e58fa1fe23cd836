/**
 * Where a text comes next in a source that is read from start to end. Remembers what it found, so that asking for the
 * same far text a million times costs one search.
 */
export class NextPosition {
  private readonly known = new Map<string, { from: number; found: number }>();

  constructor(
    private readonly source: string,
    private readonly end: number,
  ) {}

  /** The position of `text` at or behind `from`, or the end of the source. */
  of(text: string, from: number): number {
    const known = this.known.get(text);
    if (known !== undefined && known.from <= from && from <= known.found) return known.found;
    const index = this.source.indexOf(text, from);
    const found = index < 0 || index > this.end ? this.end : index;
    this.known.set(text, { from, found });
    return found;
  }
}
