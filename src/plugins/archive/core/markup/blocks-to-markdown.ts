import { markdownOfRuns } from './markdown-of-runs';
import { escapeLineStart } from '../text/markdown-line-start';
import { stripControlCharacters } from '../text/control-characters';
import type { Block, Container } from './rich-text';

/**
 * CommonMark of the blocks: headings, lists, quotations, emphasis and links, never HTML. Null where the text has
 * nothing but paragraphs, which need no markup.
 */
export function blocksToMarkdown(blocks: readonly Block[]): string | null {
  if (!blocks.some(hasMarkup)) return null;
  const parts: string[] = [];
  let before: readonly Container[] = [];
  for (const block of blocks) {
    const content = contentOf(block);
    if (content === '') continue;
    if (parts.length > 0) parts.push(between(before, block.containers));
    parts.push(inContainers(content, block.containers, before));
    before = block.containers;
  }
  return parts.join('');
}

function hasMarkup({ kind, containers, runs }: Block): boolean {
  return (
    kind !== 'paragraph' ||
    containers.length > 0 ||
    runs.some(({ strong, emphasis, link }) => strong || emphasis || link !== null)
  );
}

function contentOf({ kind, level, runs }: Block): string {
  switch (kind) {
    case 'rule':
      return '***';
    case 'preformatted':
      return fenced(
        stripControlCharacters(
          runs
            .map(({ placed }) => placed.text)
            .join('')
            .replace(/\r\n?/g, '\n'),
        ),
      );
    case 'heading':
      return headingOf(
        level,
        markdownOfRuns(runs)
          .replace(/\s*\n\s*/g, ' ')
          .trim(),
      );
    case 'paragraph':
      return paragraphOf(markdownOfRuns(runs));
  }
}

function paragraphOf(inline: string): string {
  return inline
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(lineOfParagraph)
    .join('\\\n');
}

/** Marks of emphasis at the start of a line are meant; those of the text have their backslash already. */
function lineOfParagraph(line: string): string {
  return /^[*_]/.test(line) ? line : escapeLineStart(line);
}

/** A `#` at the end would be taken for the heading's closing marks. */
function headingOf(level: number, inline: string): string {
  return inline === '' ? '' : `${'#'.repeat(level)} ${inline.replace(/#$/, '\\#')}`;
}

function fenced(text: string): string {
  const longest = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
  const fence = '`'.repeat(longest + 1);
  return text.trim() === '' ? '' : `${fence}\n${text}\n${fence}`;
}

/**
 * A blank line between two blocks, in a quotation that goes on with its mark, so that it stays one; a line end between
 * two items of a list.
 */
function between(before: readonly Container[], after: readonly Container[]): string {
  const shared = sharedCount(before, after);
  if (before[shared]?.kind === 'item' && after[shared]?.kind === 'item') return '\n';
  return `\n${before.slice(0, shared).map(continued).join('').trimEnd()}\n`;
}

function inContainers(
  content: string,
  containers: readonly Container[],
  before: readonly Container[],
): string {
  const shared = sharedCount(before, containers);
  const first = containers.map((one, depth) => (depth < shared ? continued(one) : opened(one))).join('');
  const rest = containers.map(continued).join('');
  const [line = '', ...others] = content.split('\n');
  return [first + line, ...others.map((other) => (rest + other).trimEnd())].join('\n');
}

function sharedCount(one: readonly Container[], other: readonly Container[]): number {
  const different = one.findIndex((container, depth) => !sameContainer(container, other[depth]));
  return different < 0 ? one.length : different;
}

function sameContainer(one: Container, other: Container | undefined): boolean {
  return one.kind === other?.kind && one.id === other.id;
}

function opened(container: Container): string {
  return container.kind === 'quote' ? '> ' : markerOf(container);
}

function continued(container: Container): string {
  return container.kind === 'quote' ? '> ' : ' '.repeat(markerOf(container).length);
}

function markerOf({ ordered, number }: Extract<Container, { kind: 'item' }>): string {
  return ordered ? `${number}. ` : '- ';
}
