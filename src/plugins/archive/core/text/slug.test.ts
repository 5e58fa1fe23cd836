import { slugOf, uniqueSlugCandidates } from './slug';

const SHAPE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

describe('slugOf', () => {
  it.each([
    ['Harbour Opens: Ferry’s First Trip!', 'harbour-opens-ferrys-first-trip'],
    ['Crème brûlée — “à la carte”', 'creme-brulee-a-la-carte'],
    ['Straße & Œuvre', 'strasse-oeuvre'],
    ['Ｆｕｌｌ ｗｉｄｔｈ １２', 'full-width-12'],
    ['القاهرة: افتتاح المعرض ٢٠٠٩', 'alqahrh-afttah-almardh-2009'],
    ['مُحَمَّدٌ', 'mhmd'],
    ['Москва', 'moskva'],
    ['a/b_c.d--e', 'a-b-c-d-e'],
    ['-- ! --', ''],
    ['市长宣布', ''],
    ['📰📰', ''],
    ['📰 News', 'news'],
    ['', ''],
  ])('%j -> %j', (title, slug) => {
    expect(slugOf(title)).toBe(slug);
  });

  it('cuts long titles between words, and one long word anywhere', () => {
    expect(slugOf('harbour '.repeat(30))).toBe(`${'harbour-'.repeat(9)}harbour`);
    expect(slugOf(`${'x'.repeat(80)} y`)).toBe('x'.repeat(80));
    expect(slugOf('x'.repeat(200))).toBe('x'.repeat(80));
    expect(slugOf('-'.repeat(1_000_000))).toBe('');
  });
});

describe('uniqueSlugCandidates', () => {
  it('tries the title, then the title with the end of the ID, which differs soonest, then with all of it', () => {
    expect(uniqueSlugCandidates('New Ferry', 'abcdefgh0123456789abcdef', 'article')).toEqual([
      'new-ferry',
      'new-ferry-89abcdef',
      'new-ferry-abcdefgh0123456789abcdef',
    ]);
    expect(uniqueSlugCandidates('渡船', 'abcdefgh0123456789abcdef', 'article')).toEqual([
      'article-89abcdef',
      'article-abcdefgh0123456789abcdef',
    ]);
  });

  it('gives 10,000 titles slugs of their own', () => {
    const random = generator(11);
    const taken = new Set<string>();
    for (let index = 0; index < 10_000; index++) {
      // IDs share their first eight characters in hundreds, as IDs of one moment may.
      const documentId = `${String(index % 100).padStart(8, 'a')}${String(index).padStart(16, 'b')}`;
      const slug = uniqueSlugCandidates(titleOf(random), documentId, 'article').find(
        (one) => !taken.has(one),
      );
      expect(slug).toMatch(SHAPE);
      taken.add(slug ?? '');
    }
    expect(taken.size).toBe(10_000);
  });
});

function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const WORDS: readonly (readonly string[])[] = [
  [
    'harbour',
    'Ferry',
    'L’été',
    'Größe',
    'İstanbul',
    'naïve',
    'No.',
    '5',
    'São',
    'x',
    'Ærø',
    'R&D',
    '100%',
    '$5',
  ],
  ['القاهرة', 'افتتاح', 'المَعرِض', '٢٠٠٩', 'إلى', 'مسؤول', 'شئون', 'پارک', 'گزارش', 'ہے', 'ـــ'],
  ['市长', '渡船', '発表', '学校', '시장', '新聞', 'ニュース'],
  ['📰', '👩‍👧', '🇱🇧', '❤️', '①', '™'],
  ['!', '…', '—', '«»', '-', '_', "'", '“', '?', '/', '\u200b', '\ud800'],
];

function titleOf(random: (below: number) => number): string {
  const words = WORDS[random(WORDS.length)] ?? [];
  const picked = Array.from({ length: random(6) }, () => words[random(words.length)] ?? '');
  return picked.join([' ', '-', ''][random(3)] ?? ' ');
}
