import { found, type Found } from '../../evidence';
import { issue, type Issue as Trouble } from '../../issue';
import type { SourceRecord } from '../../source-record';
import { NOTHING_STATED, type StatedText } from '../../stated-article';
import { placedAt } from '../../text/placed-text';
import { statedDate } from '../stated-dates';
import type { AltoWord } from './alto-page';
import type { Issue, IssuePart } from './mets-issue';
import { wordsToParagraphs } from './words-to-text';

const NOWHERE = { start: 0, end: 0 };
/** Words of the text that stand for a headline where none was printed, as in a library's catalogue. */
const FIRST_WORDS = 8;

/**
 * The record of an article on scanned pages. Its text is what the pages have of it, headline first: the METS file has
 * none, and so the record's decoded text is this text, and evidence is placed in it.
 */
export function statePart(
  words: readonly AltoWord[],
  newspaper: Issue | null,
  part: IssuePart | null,
  troubles: readonly Trouble[],
): Pick<SourceRecord, 'text' | 'stated' | 'issues' | 'refused'> {
  const paragraphs = wordsToParagraphs(words);
  const printed = part?.title ?? null;
  const title = printed ?? openingOf(paragraphs);
  const body = (printed === null ? paragraphs : withoutHeadline(paragraphs, printed)).join('\n\n');
  const heading = title ?? '';
  const bodyAt = heading === '' ? 0 : heading.length + 2;
  const text = heading === '' ? body : `${heading}\n\n${body}`;
  if (text === '') {
    const empty = troubles.length > 0 ? troubles : [issue('file-empty', NOWHERE, '')];
    return {
      text,
      stated: NOTHING_STATED,
      issues: empty,
      refused: troubles.length > 0 ? 'quarantined' : 'rejected',
    };
  }
  const said = (value: string | null, rule: string, confidence = 1): Found | null =>
    value === null ? null : found(value, NOWHERE, `mets:${rule}`, confidence);
  const stated = {
    ...NOTHING_STATED,
    title:
      heading === ''
        ? null
        : textAt(
            heading,
            0,
            printed === null ? 'mets:first-words' : 'mets:title',
            printed === null ? 0.3 : 0.9,
          ),
    body: body === '' ? null : textAt(body, bodyAt, 'alto:text', 0.9),
    section: part === null || /^(?:article|page)$/i.test(part.type) ? null : said(part.type, 'type', 0.7),
    dates: statedDate(said(newspaper?.date ?? null, 'date-issued'), {
      rule: 'mets:date-issued',
      kind: 'published',
    }),
    language: said(part?.language ?? null, 'language', 0.9),
    legacyId: said(idOf(newspaper, part), 'id'),
    source: said(newspaper?.paper?.replace(/[\s.,:;/]+$/, '') ?? null, 'title', 0.9),
  };
  return { text, stated, issues: troubles, refused: null };
}

function textAt(text: string, at: number, rule: string, confidence: number): StatedText {
  return { placed: placedAt(text, at), evidence: { start: at, end: at + text.length, rule, confidence } };
}

function openingOf([first]: readonly string[]): string | null {
  if (first === undefined) return null;
  const words = first.split(' ');
  const opening = words.slice(0, FIRST_WORDS).join(' ').slice(0, 100);
  return words.length > FIRST_WORDS ? `${opening}…` : opening;
}

/** The headline stands on the page as well, as the first paragraph or its beginning, perhaps spaced otherwise. */
function withoutHeadline(paragraphs: readonly string[], title: string): string[] {
  const [first = '', ...others] = paragraphs;
  const letters = lettersOf(title);
  if (letters === '' || !lettersOf(first).startsWith(letters)) return [...paragraphs];
  let at = 0;
  for (let matched = 0; matched < letters.length && at < first.length; at += 1) {
    matched += lettersOf(first.charAt(at)).length;
  }
  const rest = first.slice(at).replace(/^[\s\p{P}]+/u, '');
  return rest === '' ? others : [rest, ...others];
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** One paper's articles have the same IDs in every issue: the issue's date tells them apart. */
function idOf(newspaper: Issue | null, part: IssuePart | null): string | null {
  const id = part?.div.attributes.get('ID');
  if (newspaper === null || id === undefined) return null;
  return [newspaper.id, newspaper.date, id].filter((one) => one !== null).join('/');
}
