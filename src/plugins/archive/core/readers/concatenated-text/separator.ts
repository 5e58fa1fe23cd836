import { fold } from '../../text/fold';

/** What a line does: it parts two articles, or it opens the next one itself; null for any other line. */
export type Role = 'parts' | 'opens' | null;

/** Tells the lines that part articles. */
export interface Separator {
  /** Name for the evidence of what parted the articles. */
  readonly name: string;
  /** `afterFormFeed`: the line end before was a form feed. */
  roleOf(line: string): Role;
  /** Whether a form feed parts articles. */
  readonly formFeeds: boolean;
}

/** Lines that are one of the texts part; lines that begin with one and go on open the next article. */
export function namedSeparator(texts: readonly string[]): Separator {
  const folded = texts.map(fold).filter((text) => text !== '');
  return {
    name: texts.join(', '),
    formFeeds: false,
    roleOf(line) {
      const text = fold(line);
      if (folded.includes(text)) return 'parts';
      return folded.some((begin) => text.startsWith(begin)) ? 'opens' : null;
    },
  };
}

/**
 * `---`, `***`, `===`, `* * *`, `###`, `~~~~`: nothing but such signs. Lines of `_` and `━` are the rules of a single
 * page as lynx and w3m draw them.
 */
export function ruleKind(line: string): string | null {
  const text = line.trim();
  if (text.length < 3 || text.length > 200 || !/^[-*=#~\s]+$/.test(text)) return null;
  const signs = new Set(text.replace(/\s/g, ''));
  const [sign] = signs;
  return signs.size === 1 && text.replace(/\s/g, '').length >= 3 && sign !== undefined ? sign : null;
}

/** `Document 3 of 20`, `3 of 20 DOCUMENTS`, `مقال 3 من 20`. */
export function isCounter(line: string): boolean {
  const text = line.trim();
  if (text.length > 60) return false;
  return (
    /^(?:document|article|story|item|record|وثيقة|مقال|مقالة|خبر)\s+#?\d{1,6}(?:\s+(?:of|من)\s+\d{1,6})?$/iu.test(
      text,
    ) || /^\d{1,6}\s+(?:of|من)\s+\d{1,6}\s+(?:documents?|articles?|stories|وثائق|مقالات)$/iu.test(text)
  );
}

export function rulesOf(sign: string): Separator {
  return {
    name: `${sign}${sign}${sign}`,
    formFeeds: false,
    roleOf: (line) => (ruleKind(line) === sign ? 'parts' : null),
  };
}

export const COUNTERS: Separator = {
  name: 'Document n of n',
  formFeeds: false,
  roleOf: (line) => (isCounter(line) ? 'parts' : null),
};

export const FORM_FEEDS: Separator = { name: 'form feed', formFeeds: true, roleOf: () => null };

/** `Title: Lamp lit` at the start of each article. */
export function labelSeparator(label: string): Separator {
  return { name: label, formFeeds: false, roleOf: (line) => (labelOf(line) === label ? 'opens' : null) };
}

/** Labels that articles begin with in lists of articles; `Caption:` or `By:` stand inside of one. */
const OPENING_LABELS = new Set(
  (
    'title,headline,media id,id,article id,story id,doc id,document id,article,story,document,record,item,slug,no,number,ref,' +
    'العنوان,عنوان,عنوان الخبر,رقم,رقم الخبر,رقم المقال,المقال,الخبر,المعرف'
  )
    .split(',')
    .map(fold),
);

/** `Media ID: 5` -> `media id:`; null for other lines. */
export function labelOf(line: string): string | null {
  const end = line.indexOf(':');
  if (end < 2 || end > 30) return null;
  const label = fold(line.slice(0, end));
  return OPENING_LABELS.has(label) ? `${label}:` : null;
}
