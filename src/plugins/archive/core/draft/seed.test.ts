import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DraftArticle } from '../draft-article';
import { readProfile } from '../profiles/profile';
import { readerFor } from '../readers';
import { draftArticle } from './draft-from-record';

const SEED = join(__dirname, '../../../../../../shared/corpus/seed-page-dump.txt');
const PROFILE = join(__dirname, '../../profiles/asharq-al-awsat-english.json');

async function* chunksOf(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes.subarray(0, 1000);
  yield bytes.subarray(1000);
}

async function draftSeed(): Promise<{ text: string; draft: DraftArticle }> {
  const bytes = readFileSync(SEED);
  const { profile, faults } = readProfile(JSON.parse(readFileSync(PROFILE, 'utf8')));
  if (profile === null) throw new Error(JSON.stringify(faults));
  const reader = readerFor(bytes, 'seed-page-dump.txt');
  if (reader === null) throw new Error('no reader');
  for await (const record of reader.records(chunksOf(bytes), { maxRecordBytes: 1_000_000 })) {
    return {
      text: record.text,
      draft: draftArticle(record, { profiles: [profile], path: 'seed-page-dump.txt' }),
    };
  }
  throw new Error('no record');
}

const present = existsSync(SEED);
if (!present && process.env['CI'] === undefined) console.log(`skipped: ${SEED} is not on this machine`);
const describeSeed = present || process.env['CI'] !== undefined ? describe : describe.skip;

describeSeed('the page of a closed WordPress archive', () => {
  let text: string;
  let draft: DraftArticle;
  beforeAll(async () => ({ text, draft } = await draftSeed()));

  const at = (field: string) => {
    const evidence = draft.evidence[field];
    return evidence === undefined ? undefined : text.slice(evidence.start, evidence.end);
  };

  it('fills every field, and leaves empty what the page does not tell', () => {
    const { body, ...others } = draft.article;
    expect(others).toEqual({
      title: 'Palestine: Hamas Leaders Meet Baath Party, ‘Hezbollah’ Officials',
      kicker: null,
      standfirst: null,
      byline: null,
      dateline: 'Riyadh',
      section: null,
      dateText: null,
      dateEdtf: '2005/2017',
      dateBasis: 'era',
      language: 'en',
      legacyId: null,
      legacyUrl: null,
    });
    expect(draft.outcome).toBe('article');
    expect(draft.profile?.name).toBe('asharq-al-awsat-english');
    expect(draft.source).toEqual({ name: 'Asharq Al-Awsat' });
    expect(draft.era).toEqual({ name: 'ASHARQ AL-AWSAT English Archive', coverage: '2005/2017' });
    expect(draft.media).toEqual([
      {
        legacyId: '55353624',
        caption: 'Hamas Expresses Concern over Ties with Iran',
        credit: null,
        url: null,
        alternativeText: null,
      },
    ]);
    expect(draft.issues.map(({ code }) => code)).toEqual(['caption-after-blank']);
    expect(body).toMatch(/^Palestinian sources revealed to Asharq Al-Awsat newspaper/);
  });

  it('keeps the body whole: every paragraph after the dateline, word for word', () => {
    const raw = text.slice(text.indexOf('Palestinian sources revealed'));
    const paragraphs = raw.split(/\n\s*\n/).map((paragraph) => paragraph.trim());
    expect(draft.article.body?.split('\n\n')).toEqual(paragraphs);
    expect(paragraphs).toHaveLength(PARAGRAPHS);
    expect(draft.article.body).toMatch(/regional and international orientation and agenda\.$/);
    expect(draft.article.body).toContain('annually- noting that prior');
    expect(draft.article.body).toContain('“Hezbollah.”');
  });

  it('shows where everything stood', () => {
    expect(at('title')).toBe('Palestine: Hamas Leaders Meet Baath Party, ‘Hezbollah’ Officials');
    expect(at('source')).toBe('Asharq Al-awsat');
    expect(at('era')).toBe('ASHARQ AL-AWSAT English Archive 2005 -2017');
    expect(at('era.coverage')).toBe('2005 -2017');
    expect(at('dateEdtf')).toBe('2005 -2017');
    expect(at('dateBasis')).toBe('2005 -2017');
    expect(at('media.0.legacyId')).toBe('55353624');
    expect(at('media.0.caption')).toBe('Hamas Expresses Concern over Ties with Iran');
    expect(draft.evidence['media.0.caption']?.confidence).toBe(0.5);
    expect(at('dateline')).toBe('Riyadh');
    expect(at('body')).toBe(text.slice(text.indexOf('Palestinian sources revealed')).trimEnd());
    expect(at('language')).toBeDefined();
    expect(Object.keys(draft.evidence)).toHaveLength(11);
  });

  it('finds the names of headline and body only', () => {
    const names = draft.entities.map((mention) => mention.text);
    expect(names).toEqual(
      expect.arrayContaining(['Marwan Issa', 'Yehya al-Sinwar', 'Riyadh', 'Damascus', 'Hamas']),
    );
    expect(names).not.toContain('Select Page');
    for (const mention of draft.entities) expect(text.slice(mention.start, mention.end)).toBe(mention.text);
  });
});

/** Of the body; the page itself is not ours to copy here. */
const PARAGRAPHS = 15;
