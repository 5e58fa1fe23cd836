import { found, type Found } from '../../evidence';
import type { MediaFound } from '../../fields/media';
import type { Span } from '../../span';
import { NOTHING_STATED, type StatedArticle } from '../../stated-article';
import { bylineValue } from '../byline-value';
import { placeOfDateline } from '../dateline-place';
import { languageNamed } from '../press-text/language-named';
import { bodyBetween, foundBetween, lineBetween } from '../press-text/text-between';
import { statedDate } from '../stated-dates';
import { isFront, labelsOf, type Labelled } from './lexisnexis-labels';
import { readFront } from './lexisnexis-front';

/** What a document of LexisNexis states; null for a cover sheet or a list of hits, which have no labels. */
export function stateLexisNexis(text: string): StatedArticle | null {
  const labels = labelsOf(text);
  const [first] = labels;
  if (first === undefined) return null;
  const of = (label: string): Span | undefined => labels.find((one) => one.label === label)?.value;
  const value = (label: string) => foundBetween(text, of(label), `lexisnexis:${label}`);
  const front = readFront(text.slice(0, first.start));
  const dateline = value('DATELINE');
  return {
    ...NOTHING_STATED,
    title: lineBetween(text, of('HEADLINE') ?? front.title, 'lexisnexis:headline', of('HEADLINE') ? 1 : 0.8),
    body: bodyBetween(text, [bodyOf(text, labels)], 'lexisnexis:body'),
    standfirst: value('HIGHLIGHT'),
    byline: bylineValue(value('BYLINE')),
    dateline: dateline === null ? null : { ...dateline, value: placeOfDateline(dateline.value) },
    section: value('SECTION'),
    tags: tagsOf(value('SUBJECT')),
    dates: statedDate(foundBetween(text, front.date, 'lexisnexis:date'), {
      rule: 'lexisnexis:date',
      kind: 'published',
      confidence: 0.9,
    }),
    language: languageNamed(value('LANGUAGE')),
    legacyUrl: value('URL'),
    source: foundBetween(text, front.source, 'lexisnexis:source', 0.85),
    media: mediaOf(value('GRAPHIC')),
  };
}

/** From `BODY`, or else from the last label before the text, to the first one behind it or the copyright. */
function bodyOf(text: string, labels: readonly Labelled[]): Span | undefined {
  const body = labels.find(({ label }) => label === 'BODY');
  const before = labels.filter(({ label }) => isFront(label)).at(-1);
  const start = body?.value.start ?? before?.value.end;
  if (start === undefined) return undefined;
  const behind = labels.find((one) => one.start >= start && !isFront(one.label) && one.label !== 'BODY');
  const end = behind?.start ?? text.length;
  const copyright =
    /\n[ \t]*(?:Copyright|©|\(c\)) [^\n]{1,120}\s*(?:\n[ \t]*All Rights Reserved[ \t]*)?\s*$/i.exec(
      text.slice(Math.max(start, end - 400), end),
    );
  return {
    start,
    end: copyright === null ? end : Math.max(start, Math.max(start, end - 400) + copyright.index),
  };
}

/** `FERRIES (90%); FARES (78%)` */
function tagsOf(subjects: Found | null): Found[] {
  if (subjects === null) return [];
  return subjects.value
    .split(';')
    .map((subject) => subject.replace(/\(\d{1,3}%\)/, '').trim())
    .filter((subject) => subject !== '')
    .map((subject) => found(subject, subjects.evidence, 'lexisnexis:SUBJECT', 0.9));
}

function mediaOf(graphic: Found | null): MediaFound[] {
  return graphic === null
    ? []
    : [{ legacyId: null, caption: graphic, credit: null, url: null, alternativeText: null }];
}
