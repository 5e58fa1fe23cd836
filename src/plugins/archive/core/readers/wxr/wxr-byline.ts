import { found, type Found } from '../../evidence';
import { foundText } from '../../xml/xml-text';
import { child, childElements } from '../../xml/xml-tree';
import type { MarkupRecord } from '../markup-records';
import type { WxrHead } from './wxr-head';

/** The authors' names: those of the Co-Authors Plus plugin, otherwise the account's display name. */
export function bylineOf({ text, element }: MarkupRecord, { authors }: WxrHead): Found | null {
  const together = childElements(element, 'category')
    .filter(({ attributes }) => attributes.get('domain') === 'author')
    .flatMap((author) => foundText(text, author, 'wxr:co-authors') ?? []);
  const names = [...new Set(together.map(({ value }) => authors.get(value) ?? value))];
  const [first] = together;
  const last = together.at(-1);
  if (first !== undefined && last !== undefined) {
    return found(
      names.join(', '),
      { start: first.evidence.start, end: last.evidence.end },
      'wxr:co-authors',
      1,
    );
  }
  const login = foundText(text, child(element, 'dc:creator'), 'wxr:creator', 0.7);
  if (login === null) return null;
  const name = authors.get(login.value);
  return name === undefined ? login : found(name, login.evidence, 'wxr:author-display-name', 1);
}
