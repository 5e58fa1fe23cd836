import { VOID } from '../../markup/html-elements';
import { readHtml, type Attributes } from '../../markup/html-tokens';
import { placedTextBuilder, type PlacedText } from '../../text/placed-text';

/** Deeper than this, elements share the fate of the one around them. */
const DEEPEST = 1000;

/** The markup of the chosen elements alone, each character with its place in the page. */
export function articleMarkup(html: string, places: ReadonlySet<number>): PlacedText {
  const builder = placedTextBuilder();
  const open: { readonly name: string; readonly kept: boolean }[] = [];
  const isInside = () => open.at(-1)?.kept ?? false;
  readHtml(html, {
    open(name: string, attributes: Attributes, start: number, end: number) {
      const kept = places.has(start) || (isInside() && belongsToParent(name, attributes));
      if (kept) builder.add(html.slice(start, end), start);
      if (!VOID.has(name) && open.length < DEEPEST) open.push({ name, kept });
    },
    close(name: string, start: number, end: number) {
      let at = open.length - 1;
      while (at >= 0 && open[at]?.name !== name) at -= 1;
      if (at < 0) return;
      if (open[at]?.kept === true) builder.add(html.slice(start, end), start);
      open.length = at;
    },
    text(start: number, end: number) {
      if (isInside()) builder.add(html.slice(start, end), start);
    },
  });
  return builder.build();
}

/** Readability makes others of these, which have no place; it never leaves one out by itself. */
function belongsToParent(name: string, attributes: Attributes): boolean {
  return name === 'br' || (name === 'a' && /^\s*javascript:/i.test(attributes.get('href') ?? ''));
}
