import { placedTextBuilder, type PlacedText } from '../text/placed-text';
import type { Block } from './rich-text';

/** Plain text: paragraphs parted by one blank line, rules left out, breaks as line ends. */
export function blocksToText(blocks: readonly Block[]): PlacedText {
  const builder = placedTextBuilder();
  for (const { runs } of blocks) {
    if (runs.length === 0) continue;
    if (builder.length > 0) builder.join('\n\n');
    for (const { placed } of runs) builder.append(placed);
  }
  return builder.build();
}

/** All in one line, as a title. */
export function blocksToLine(blocks: readonly Block[]): PlacedText {
  const builder = placedTextBuilder();
  for (const { runs } of blocks) {
    if (builder.length > 0 && runs.length > 0) builder.join(' ');
    for (const { placed } of runs) {
      builder.append({ text: placed.text.replace(/[\n\r]/g, ' '), pieces: placed.pieces });
    }
  }
  return builder.build();
}
