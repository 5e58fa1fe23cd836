import type { EntityMention } from '../draft-article';
import { articleNames } from './article-names';
import { foldName } from './fold-name';
import { nameHash } from './name-hash';

const mention = (text: string, start: number, more: Partial<EntityMention> = {}): EntityMention => ({
  text,
  kind: null,
  start,
  end: start + text.length,
  confidence: 0.5,
  ...more,
});

describe('articleNames', () => {
  it('makes one name of all spellings, with every place', () => {
    const names = articleNames([
      mention('Al-Tarsi', 10),
      mention('Qalun', 30),
      mention('Al Tarsi', 40, { kind: 'person', confidence: 0.7, title: 'Dr.' }),
      mention('Al-Tarsi', 60, { kind: 'place', confidence: 0.6, standsFor: 'Yara al-Tarsi' }),
    ]);
    expect(names).toEqual([
      {
        text: 'Al-Tarsi',
        hash: nameHash('al tarsi'),
        kind: 'person',
        confidence: 0.8,
        title: 'Dr.',
        standsFor: 'Yara al-Tarsi',
        spans: [10, 18, 40, 48, 60, 68],
        ids: [],
      },
      {
        text: 'Qalun',
        hash: nameHash('qalun'),
        kind: null,
        confidence: 0.5,
        title: null,
        standsFor: null,
        spans: [30, 35],
        ids: [],
      },
    ]);
  });

  it('never gets surer than 0.98 by repetition, and keeps at most 200 places', () => {
    const [name] = articleNames(Array.from({ length: 300 }, (_, at) => mention('Qalun', at * 10)));
    expect(name?.confidence).toBe(0.98);
    expect(name?.spans).toHaveLength(400);
  });

  it('leaves out what no column holds', () => {
    expect(articleNames([mention('Q'.repeat(256), 0)])).toEqual([]);
  });
});

describe('nameHash', () => {
  it('is a whole number that SQLite, PostgreSQL and JavaScript hold alike', () => {
    for (const name of ['', 'a', 'qalun', 'القلعون', 'x'.repeat(1000)]) {
      const hash = nameHash(foldName(name));
      expect(Number.isSafeInteger(hash) && hash >= 0 && hash < 2 ** 52).toBe(true);
    }
  });

  it('tells 200,000 names apart', () => {
    const hashes = new Set<number>();
    for (let at = 0; at < 100_000; at++) hashes.add(nameHash(`name ${at}`)).add(nameHash(`${at} name`));
    expect(hashes.size).toBe(200_000);
  });
});
