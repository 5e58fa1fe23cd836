import type { Attributes } from '../../markup/html-tokens';
import { placedTextBuilder, type PlacedText, type PlacedTextBuilder } from '../../text/placed-text';
import type { PageScan } from './page-scan';

type Kind = 'title' | 'heading' | 'author' | 'date';

interface Collector {
  readonly kind: Kind;
  readonly name: string;
  depth: number;
  readonly builder: PlacedTextBuilder;
}

const MOST_OPEN = 8;
const MOST_TEXTS = 40;
const LONGEST: Readonly<Record<Kind, number>> = { title: 1000, heading: 1000, author: 200, date: 120 };
const AUTHOR = /(?:^|[\s_-])(?:author|byline)(?:$|[\s_-])/i;
const DATE = /date|publish|posted|timestamp/i;
/** Elements around others, whose text is more than an author or a date. */
const AROUND: ReadonlySet<string> = new Set([
  'html',
  'body',
  'article',
  'section',
  'main',
  'ul',
  'ol',
  'table',
]);
const EMPTY: ReadonlySet<string> = new Set(['img', 'input', 'meta', 'link', 'br', 'hr', 'wbr']);
const BREAKS: ReadonlySet<string> = new Set(['br', 'div', 'p', 'li', 'td']);

/** Gathers the texts of the few elements that hold headline, author or date, as the page is read. */
export class TextCollectors {
  private collecting: Collector[] = [];
  private readonly texts: Record<Kind, PlacedText[]> = { title: [], heading: [], author: [], date: [] };

  constructor(private readonly html: string) {}

  open(name: string, attributes: Attributes): void {
    for (const collector of this.collecting) {
      if (collector.name === name && !EMPTY.has(name)) collector.depth += 1;
      if (BREAKS.has(name)) collector.builder.join(' ');
    }
    const kind = this.collecting.length < MOST_OPEN ? kindOf(name, attributes) : null;
    if (kind !== null) this.collecting.push({ kind, name, depth: 1, builder: placedTextBuilder() });
  }

  close(name: string): void {
    if (this.collecting.length === 0) return;
    for (const collector of this.collecting) {
      if (collector.name === name && (collector.depth -= 1) === 0) this.keep(collector);
    }
    this.collecting = this.collecting.filter(({ depth }) => depth > 0);
  }

  text(start: number, end: number, entity: string | null): void {
    for (const { builder, kind } of this.collecting) {
      if (builder.length > LONGEST[kind]) continue;
      if (entity === null) builder.add(this.html.slice(start, Math.min(end, start + 2000)), start);
      else builder.add(entity, start, end - start);
    }
  }

  finish(): Pick<PageScan, 'title' | 'headings' | 'authors' | 'dateLines'> {
    const { title, heading, author, date } = this.texts;
    return { title: title[0] ?? null, headings: heading, authors: author, dateLines: date };
  }

  private keep({ kind, builder }: Collector): void {
    const text = builder.build();
    const isWanted = text.text.trim() !== '' && text.text.length <= LONGEST[kind];
    if (isWanted && this.texts[kind].length < MOST_TEXTS) this.texts[kind].push(text);
  }
}

function kindOf(name: string, attributes: Attributes): Kind | null {
  if (name === 'title') return 'title';
  if (name === 'h1') return 'heading';
  if (name === 'time') return 'date';
  if (AROUND.has(name) || EMPTY.has(name)) return null;
  const signs = ['class', 'id', 'itemprop'].map((one) => attributes.get(one) ?? '').join(' ');
  if (attributes.get('rel') === 'author' || AUTHOR.test(signs)) return 'author';
  return DATE.test(signs) ? 'date' : null;
}
