import type { DraftArticle } from '../draft-article';
import { issue } from '../issue';
import { readProfile } from '../profiles/profile';
import type { ByteOffset, SourceRecord } from '../source-record';
import { draftArticle } from './draft-from-record';

function recordOf(text: string, changes: Partial<SourceRecord> = {}): SourceRecord {
  return {
    index: 0,
    start: 0 as ByteOffset,
    end: text.length as ByteOffset,
    format: 'text',
    encoding: { name: 'utf-8', confidence: 1, from: 'valid' },
    text,
    issues: [],
    stated: null,
    refused: null,
    ...changes,
  };
}

const { profile } = readProfile({
  name: 'daily-quay',
  version: 3,
  title: 'The Daily Quay',
  recognise: { any: [{ includes: 'QUAY Archive' }] },
  source: { name: 'The Daily Quay', spellings: ['Daily Quay Online'] },
  era: { name: 'QUAY Archive', coverage: '1999/2011' },
  language: 'en',
  headline: { separators: [' | '], siteNames: ['QUAY Archive'] },
  boilerplate: [{ equals: 'Home' }],
  markers: [
    { label: 'By ', field: 'byline' },
    { label: 'Caption:', field: 'media.caption', valueOnNextLine: true },
    { label: 'Link:', field: 'legacyUrl' },
  ],
  dateline: { separators: ['- '] },
  end: [{ startsWith: 'Copyright' }],
});
if (profile === null) throw new Error('the profile of this test is not valid');

const draft = (text: string, changes: Partial<SourceRecord> = {}): DraftArticle =>
  draftArticle(recordOf(text, changes), { profiles: [profile], path: 'a.txt' });
const codes = ({ issues }: DraftArticle) => issues.map(({ code }) => code);

describe('draftArticle', () => {
  it('names the profile and its version, and asks for one where none fits', () => {
    expect(draft('Boats | QUAY Archive\nText.').profile).toEqual({ name: 'daily-quay', version: 3 });
    const unknown = draft(
      'Boats Return Home | Elsewhere\n\nThe boats came back on Monday, all of them but one. It is late.',
    );
    expect(unknown.profile).toBeNull();
    expect(codes(unknown)).toContain('profile-unknown');
  });

  it('uses the profile that was chosen, whatever the page says', () => {
    const chosen = draftArticle(recordOf('Boats Return\nText.'), { profiles: [], profile, path: 'a.txt' });
    expect(chosen.profile?.name).toBe('daily-quay');
    expect(chosen.article).toMatchObject({ title: 'Boats Return', body: 'Text.' });
  });

  it('drops the headline where it is repeated above the body, and only there', () => {
    const { article } = draft('Boats Return | QUAY Archive\nBoats Return\nText.\n\nBoats Return');
    expect(article.body).toBe('Text.\n\nBoats Return');
  });

  it('shows where the record spells the source, and doubts a source that it does not name', () => {
    const spelled = draft('Daily Quay Online\nBoats | QUAY Archive\nText.');
    expect(spelled.source.name).toBe('The Daily Quay');
    expect(spelled.evidence['source']).toMatchObject({ start: 0, end: 17, confidence: 1 });
    expect(draft('Boats | QUAY Archive\nText.').evidence['source']).toMatchObject({
      start: 0,
      end: 0,
      confidence: 0.8,
    });
  });

  it('quarantines a page without body or without headline, and says which', () => {
    const bodiless = draft('Boats | QUAY Archive\nHome\nCopyright');
    expect([bodiless.outcome, bodiless.article.title, bodiless.article.body]).toEqual([
      'quarantined',
      'Boats',
      null,
    ]);
    expect(codes(bodiless)).toEqual(['body-empty']);
    const untitled = draftArticle(recordOf('Home\nQuay- The boats came back on Monday.'), {
      profiles: [],
      profile,
      path: 'a.txt',
    });
    expect([untitled.outcome, untitled.article.title]).toEqual(['quarantined', null]);
    expect(codes(untitled)).toEqual(['title-missing']);
  });

  it('passes on what the reader refused, with its issues and without fields', () => {
    const issues = [issue('file-empty', { start: 0, end: 0 }, '')];
    const refused = draft('Boats | QUAY Archive\nText.', { refused: 'rejected', issues });
    expect(refused).toMatchObject({ outcome: 'rejected', profile: null, issues, evidence: {}, entities: [] });
    expect(Object.values(refused.article).every((value) => value === null)).toBe(true);
  });

  it('reads a quarantined record that has text, and leaves it in quarantine', () => {
    const damaged = draft('Boats | QUAY Archive\nThe caf\uFFFD is shut.', { refused: 'quarantined' });
    expect(damaged.outcome).toBe('quarantined');
    expect(damaged.article.body).toBe('The caf\uFFFD is shut.');
  });

  it('strips control characters from values and says which', () => {
    const { article, issues } = draft('Boats\u202E Return | QUAY Archive\nBy Rosa\u0007 Dunmere\nText.');
    expect([article.title, article.byline]).toEqual(['Boats Return', 'Rosa Dunmere']);
    expect(issues.map(({ code, found }) => [code, found])).toEqual([
      ['control-characters', 'title: U+202E'],
      ['control-characters', 'byline: U+0007'],
    ]);
  });

  it('dates by the address where nothing is printed, and by the era where there is no address', () => {
    const linked = draft('Boats | QUAY Archive\nLink: http://quay.example/2004/07/14/boats\nText.');
    expect(linked.article).toMatchObject({ dateEdtf: '2004-07-14', dateBasis: 'url' });
    const { start, end } = linked.evidence['dateEdtf'] ?? { start: 0, end: 0 };
    expect('Boats | QUAY Archive\nLink: http://quay.example/2004/07/14/boats'.slice(start, end)).toBe(
      '2004/07/14',
    );
    expect(draft('Boats | QUAY Archive\nText.').article).toMatchObject({
      dateEdtf: '1999/2011',
      dateBasis: 'era',
    });
  });

  it('keeps the surest names only, where there are too many', () => {
    const text =
      'Boats | QUAY Archive\nMayor Hanan Tassoub met Captain Yorick Baldane and Dr. Mouna Halvari in Beirut.';
    const all = draftArticle(recordOf(text), { profiles: [profile], path: '' }).entities;
    const two = draftArticle(recordOf(text), { profiles: [profile], path: '', maxEntities: 2 }).entities;
    expect(all.length).toBeGreaterThan(2);
    expect(two).toHaveLength(2);
  });

  it('removes the numbers of links and says so', () => {
    const text =
      'Boats | QUAY Archive\n\nThe [1]boats are back.\n\nReferences\n\n   1. http://quay.example/\n';
    const { article, evidence } = draft(text);
    expect(article.body).toBe('The boats are back.');
    expect(evidence['body']?.rule).toBe('body:profile:link-numbers-removed');
  });
});

/** A small generator of pages: a fixed sequence from a seed, so that a failure can be repeated. */
function* pages(count: number): Generator<string> {
  const parts = [
    ...[
      'Boats Return | QUAY Archive',
      'Boats – The Quay',
      'Home',
      'Skip to content',
      '',
      '',
      '\t',
      '  * Home',
    ],
    ...[
      'Caption:',
      'By Rosa Dunmere',
      '4 March 2003',
      '03/04/2009',
      'Media ID: 5',
      'Link: http://q.example/2004/07/14/',
    ],
    ...[
      'Quay- The boats came back on Monday, and nobody was there to see it but the gulls.',
      '[12]',
      '____________',
    ],
    ...[
      'بيروت - افتتح ملتقى الرواية الثالث أعماله مساء الخميس بمشاركة أربعين كاتباً.',
      'بقلم: سامر',
      'Copyright 2004',
    ],
    ...[
      '\u202E\u0000',
      '\uD800',
      '\uFEFF',
      'İstanbul ﬁ ﷺ',
      'References',
      '   1. http://quay.example/',
      '5 Comments',
      '😀 – |',
    ],
  ];
  let state = 20_040_714;
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  for (let page = 0; page < count; page += 1) {
    const lines = Array.from({ length: next(14) + 1 }, () => parts[next(parts.length)] ?? '');
    yield lines.join(['\n', '\r\n', ' ', '\n\n'][next(4)] ?? '\n');
  }
}

const squeezed = (text: string) => text.replace(/[\s\uFEFF]/g, '');

describe('draftArticle on any page', () => {
  it('keeps every span inside the record and every value true to its span', () => {
    let articles = 0;
    for (const text of pages(800)) {
      const { article, evidence, issues, entities, outcome, media } = draft(text);
      if (outcome === 'article') articles += 1;
      for (const { start, end } of [...Object.values(evidence), ...issues, ...entities]) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(end).toBeLessThanOrEqual(text.length);
      }
      for (const [name, value] of Object.entries(article)) {
        if (value !== null) expect(evidence).toHaveProperty([name]);
      }
      media.forEach(({ caption }, index) => {
        if (caption !== null) expect(evidence).toHaveProperty([`media.${index}.caption`]);
      });
      for (const name of ['title', 'byline', 'dateline', 'legacyUrl', 'dateText'] as const) {
        const at = evidence[name];
        const raw = at === undefined ? '' : squeezed(text.slice(at.start, at.end));
        if (!/[\u0000-\u001f\u202e\ud800]/.test(raw)) expect(squeezed(article[name] ?? '')).toBe(raw);
      }
    }
    expect(articles).toBeGreaterThan(50);
  });

  it.each([
    ['one word', 'a'],
    ['sentences', 'The boats came back on Monday, and nobody was there. '],
    ['separators', ' | '],
    ['datelines', 'Quay- '],
    ['brackets', '[1]'],
    ['names', 'By Rosa '],
    ['marks', 'e\u0301\u0301'],
    ['labels', 'Caption:\n'],
    ['dates', '3 March 2003\n'],
    ['short lines', 'Boats\n'],
    ['spaces', ' \t'],
  ])('takes a million characters of %s, with a profile and without', (_, part) => {
    const hostile = part.repeat(1_000_000 / part.length);
    for (const head of ['Boats | QUAY Archive\n', 'Boats | Elsewhere\n']) {
      expect(['article', 'quarantined']).toContain(draft(head + hostile).outcome);
    }
  });
});
