import { trimmedText } from '../../xml/xml-text';
import { childElements, descendants, type XmlElement, type XmlTree } from '../../xml/xml-tree';

/** A stretch of a page: all of it, or from the element `begin` to the element `end`. */
export interface PageArea {
  readonly file: string;
  readonly begin: string | null;
  readonly end: string | null;
}

/** An article, or a page where the issue was not divided into articles. */
export interface IssuePart {
  readonly div: XmlElement;
  readonly type: string;
  readonly areas: readonly PageArea[];
  readonly title: string | null;
  readonly language: string | null;
}

/** What a METS file says of a newspaper issue. */
export interface Issue {
  readonly id: string | null;
  readonly paper: string | null;
  readonly date: string | null;
  readonly parts: readonly IssuePart[];
}

const ARTICLE =
  /^(?:article|advert(?:isement)?s?|obituary|editorial|letter|news|review|feature|poem|announcement|classified|caption)$/i;

/** Reads the issue: its logical structure decides what is an article, its links and areas where that stands. */
export function readIssue(text: string, { root }: XmlTree): Issue {
  const files = fileNames(root);
  const maps = descendants(root, 'structMap');
  const logical = maps.find(({ attributes }) => /logical/i.test(attributes.get('TYPE') ?? '')) ?? null;
  const physical = maps.find((map) => map !== logical) ?? null;
  const divs = new Map(
    descendants(root, 'div').flatMap((div): [string, XmlElement][] =>
      idOf(div) === null ? [] : [[idOf(div) ?? '', div]],
    ),
  );
  const described = new Map(
    descendants(root, 'dmdSec').flatMap((one): [string, XmlElement][] =>
      idOf(one) === null ? [] : [[idOf(one) ?? '', one]],
    ),
  );
  const links = linksOf(root);
  const areas = (div: XmlElement): PageArea[] => {
    const linked = [
      ...new Set([div, ...descendants(div, 'div')].flatMap((one) => links.get(idOf(one) ?? '') ?? [])),
    ];
    const targets = linked
      .flatMap((id) => divs.get(id) ?? [])
      .filter((one) => physical !== null && one.start >= physical.start && one.end <= physical.end);
    return areasOf([...targets, div], files);
  };
  const articles = descendants(logical, 'div').filter(isArticle);
  const outermost = articles.filter(
    (one) => !articles.some((other) => other !== one && other.start <= one.start && one.end <= other.end),
  );
  const pages =
    outermost.length > 0
      ? []
      : descendants(physical, 'div').filter(({ attributes }) => /^page$/i.test(attributes.get('TYPE') ?? ''));
  const about = (div: XmlElement, name: string) => valueIn(text, descriptionOf(div, described), name);
  const [issueDiv = null] = descendants(logical ?? physical, 'div').filter(({ attributes }) =>
    attributes.has('DMDID'),
  );
  const issue = issueDiv === null ? null : descriptionOf(issueDiv, described);
  return {
    id:
      root.children.length === 0
        ? null
        : (descendants(root, 'mets')[0]?.attributes.get('OBJID') ?? valueIn(text, issue, 'identifier')),
    paper: valueIn(text, issue, 'title') ?? valueIn(text, descendants(root, 'dmdSec')[0] ?? null, 'title'),
    date: valueIn(text, issue, 'dateIssued') ?? valueIn(text, root, 'dateIssued'),
    parts: [...outermost, ...pages].map((div) => ({
      div,
      type: div.attributes.get('TYPE') ?? '',
      areas: areas(div),
      title: about(div, 'title') ?? (isArticle(div) ? labelOf(div) : null),
      language: about(div, 'languageTerm'),
    })),
  };
}

function isArticle({ attributes }: XmlElement): boolean {
  return ARTICLE.test(attributes.get('TYPE') ?? '');
}

function labelOf({ attributes }: XmlElement): string | null {
  const label = (attributes.get('LABEL') ?? '').trim();
  return label === '' ? null : label;
}

/** Names of text files by the ID of their `<file>`. */
function fileNames(root: XmlElement): Map<string, string> {
  return new Map(
    descendants(root, 'file').flatMap((file): [string, string][] => {
      const [location] = descendants(file, 'FLocat');
      const name = location?.attributes.get('xlink:href') ?? location?.attributes.get('href') ?? '';
      return /\.xml$/i.test(name) ? [[idOf(file) ?? '', name.replace(/^file:(?:\/\/)?(?:\.\/)?/, '')]] : [];
    }),
  );
}

/** IDs that the links lay beside each other: `smLink` from and to, and the locators of a group. */
function linksOf(root: XmlElement): Map<string, string[]> {
  const links = new Map<string, string[]>();
  for (const link of descendants(root, 'smLink', 'smLinkGrp')) {
    const [from, ...to] =
      link.local === 'smLink'
        ? [idIn(link, 'xlink:from'), idIn(link, 'xlink:to')]
        : childElements(link, 'smLocatorLink').map((locator) => idIn(locator, 'xlink:href'));
    if (from !== undefined) links.set(from, [...(links.get(from) ?? []), ...to]);
  }
  return links;
}

function idIn({ attributes }: XmlElement, name: string): string {
  return (attributes.get(name) ?? '').replace(/^#/, '');
}

/** The areas of some divs; where one points at a whole page, what it says of parts of that page says nothing more. */
function areasOf(divs: readonly XmlElement[], files: ReadonlyMap<string, string>): PageArea[] {
  return divs.flatMap((div) => {
    const all = descendants(div, 'area', 'fptr').flatMap((pointer): PageArea[] => {
      const file = files.get(pointer.attributes.get('FILEID') ?? '');
      if (file === undefined) return [];
      const begin = pointer.attributes.get('BEGIN') ?? null;
      return [{ file, begin, end: pointer.attributes.get('END') ?? begin }];
    });
    const whole = new Set(all.filter(({ begin }) => begin === null).map(({ file }) => file));
    return all.filter(({ file, begin }) => begin === null || !whole.has(file));
  });
}

function descriptionOf(div: XmlElement, described: ReadonlyMap<string, XmlElement>): XmlElement | null {
  const [id = ''] = (div.attributes.get('DMDID') ?? '').split(/\s+/);
  return described.get(id) ?? null;
}

function valueIn(text: string, within: XmlElement | null, name: string): string | null {
  for (const element of descendants(within, name)) {
    const value = trimmedText(text, element).text.replace(/\s+/g, ' ');
    if (value !== '') return value;
  }
  return null;
}

function idOf({ attributes }: XmlElement): string | null {
  return attributes.get('ID') ?? null;
}
