import { found, type Found } from '../../evidence';
import { NOTHING_STATED, type StatedArticle } from '../../stated-article';
import type { Span } from '../../span';
import { bylineValue } from '../byline-value';
import { languageNamed } from '../press-text/language-named';
import { bodyBetween, foundBetween, lineBetween } from '../press-text/text-between';
import { statedDate } from '../stated-dates';
import { fieldsOf } from './factiva-fields';

/** What a document of Factiva states; null for the summary of a search, which has no headline. */
export function stateFactiva(text: string): StatedArticle | null {
  const fields = fieldsOf(text);
  if (!fields.has('HD') && !fields.has('TD') && !fields.has('LP')) return null;
  const value = (code: string) => foundBetween(text, fields.get(code), `factiva:${code}`);
  return {
    ...NOTHING_STATED,
    title: lineBetween(text, fields.get('HD') ?? fields.get('TI'), 'factiva:HD'),
    body: bodyBetween(text, [fields.get('LP'), fields.get('TD')], 'factiva:TD'),
    byline: bylineValue(value('BY')),
    section: value('SE'),
    tags: [...tagsOf(text, fields.get('NS'), 'factiva:NS'), ...tagsOf(text, fields.get('IN'), 'factiva:IN')],
    dates: statedDate(value('PD'), { rule: 'factiva:PD', kind: 'published' }),
    language: languageNamed(value('LA')),
    legacyId: numberOf(text, fields.get('AN')),
    source: value('SN'),
  };
}

/** `Document COUR000020010504dx5400001`, and nothing of what a page's footer says behind it. */
function numberOf(text: string, at: Span | undefined): Found | null {
  if (at === undefined) return null;
  const match = /^\s*(?:Document\s+)?(\S{6,60})/.exec(text.slice(at.start, at.end));
  const [whole, number] = match ?? [];
  if (whole === undefined || number === undefined) return null;
  const end = at.start + whole.length;
  return found(number, { start: end - number.length, end }, 'factiva:AN', 1);
}

/** `gtrans : Transport | c13 : Regulation` -> the names. */
function tagsOf(text: string, at: Span | undefined, rule: string): Found[] {
  const line = foundBetween(text, at, rule);
  if (line === null) return [];
  return line.value
    .split('|')
    .map((part) => (part.split(' : ')[1] ?? part).trim())
    .filter((name) => name !== '')
    .map((name) => found(name, line.evidence, rule, 0.9));
}
