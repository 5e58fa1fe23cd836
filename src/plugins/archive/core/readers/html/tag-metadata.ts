import type { Attributes } from '../../markup/html-tokens';
import type { Span } from '../../span';
import type { PageScan, TagValue, TimeTag } from './page-scan';

const MOST_VALUES = 200;

/** Gathers what single tags state: `<meta>`, `<link>`, `<html lang>`, `<base>`, `<time>`. */
export class TagMetadata {
  private readonly metas = new Map<string, TagValue[]>();
  private readonly links = new Map<string, TagValue>();
  private readonly times: TimeTag[] = [];
  private language: TagValue | null = null;
  private base: string | null = null;

  read(name: string, attributes: Attributes, at: Span): void {
    const value = (attribute: string) => attributes.get(attribute)?.trim() ?? '';
    if (name === 'meta') this.readMeta(attributes, at);
    else if (name === 'link' && value('href') !== '') {
      for (const relation of value('rel').toLowerCase().split(/\s+/, 8)) {
        if (!this.links.has(relation)) this.links.set(relation, { value: value('href'), ...at });
      }
    } else if (name === 'html' && value('lang') !== '') this.language ??= { value: value('lang'), ...at };
    else if (name === 'base' && value('href') !== '') this.base ??= value('href');
    else if (name === 'time' && value('datetime') !== '' && this.times.length < MOST_VALUES) {
      this.times.push({ value: value('datetime'), role: roleOf(attributes), ...at });
    }
  }

  finish(): Pick<PageScan, 'metas' | 'links' | 'times' | 'language' | 'base'> {
    const { metas, links, times, language, base } = this;
    return { metas, links, times, language, base };
  }

  private readMeta(attributes: Attributes, at: Span): void {
    const value = attributes.get('content')?.trim() ?? '';
    if (value === '') return;
    for (const attribute of ['name', 'property', 'itemprop']) {
      const name = attributes.get(attribute)?.trim().toLowerCase() ?? '';
      if (name === '' || this.metas.size >= MOST_VALUES) continue;
      const values = this.metas.get(name);
      if (values === undefined) this.metas.set(name, [{ value, ...at }]);
      else if (values.length < MOST_VALUES) values.push({ value, ...at });
    }
  }
}

function roleOf(attributes: Attributes): TimeTag['role'] {
  if (attributes.has('pubdate')) return 'published';
  const signs = `${attributes.get('itemprop') ?? ''} ${attributes.get('class') ?? ''}`;
  if (/modified|updated/i.test(signs) && !/publi/i.test(signs)) return 'modified';
  return /publi|entry-date/i.test(signs) ? 'published' : 'unmarked';
}
