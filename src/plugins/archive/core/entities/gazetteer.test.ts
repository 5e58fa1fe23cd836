import { compileGazetteer, gazetteerMentions, type GazetteerEntry } from './gazetteer';

const ENTRIES: GazetteerEntry[] = [
  { id: 'zalmar', kind: 'organization', names: ['Zalmar', 'Zalmar Movement', 'حركة زلمار'] },
  { id: 'qalun', kind: 'place', names: ['Qalun', 'القلعون'] },
  { id: 'tarsi', kind: 'person', names: ['Omar al-Tarsi', 'عمر الترسي', 'Sa’id (a.b)+'] },
  { id: 'us', kind: 'place', names: ['U.S.'] },
];

function find(text: string, entries = ENTRIES): [string, string][] {
  const mentions = gazetteerMentions(compileGazetteer(entries), text, 0, text.length);
  for (const { text: name, start, end } of mentions) expect(text.slice(start, end)).toBe(name);
  return mentions.map((mention) => [mention.text, mention.ids.join()]);
}

describe('gazetteerMentions', () => {
  it('takes whole words, the longest name first', () => {
    expect(find('Zalmars, the Zalmar Movement and Zalmar; Zalmar, Movement')).toEqual([
      ['Zalmar Movement', 'zalmar'],
      ['Zalmar', 'zalmar'],
      ['Zalmar', 'zalmar'],
    ]);
  });

  it('folds case, accents, hyphens and apostrophes, and leaves possessives out', () => {
    expect(find('OMAR AL TARSI met Qalún’s men and Zalmar’ men')).toEqual([
      ['OMAR AL TARSI', 'tarsi'],
      ['Qalún', 'qalun'],
      ['Zalmar', 'zalmar'],
    ]);
    expect(find('some zalmar in the U.S. then')).toEqual([['U.S.', 'us']]);
  });

  it('takes Arabic clitics off and folds spellings', () => {
    expect(find('وبالقلعون وللقلعون ولحركة زلمار وعُمر الترسى')).toEqual([
      ['القلعون', 'qalun'],
      ['للقلعون', 'qalun'],
      ['حركة زلمار', 'zalmar'],
      ['عُمر الترسى', 'tarsi'],
    ]);
  });

  it('takes a pattern for text', () => {
    expect(find('Sa’id aXb')).toEqual([]);
  });

  it('gives all records that share a name, less sure of any', () => {
    const shared: GazetteerEntry[] = [
      { id: 'a', kind: 'person', names: ['Jordan', 'Jordan'] },
      { id: 'b', kind: 'place', names: ['Jordan'] },
    ];
    const mentions = gazetteerMentions(compileGazetteer(shared), 'to Jordan', 0, 9);
    expect(mentions).toEqual([
      { text: 'Jordan', kind: null, start: 3, end: 9, confidence: 0.6, ids: ['a', 'b'] },
    ]);
  });

  it('keeps to its range', () => {
    expect(
      gazetteerMentions(compileGazetteer(ENTRIES), 'Qalun Qalun', 3, 99).map((one) => one.start),
    ).toEqual([6]);
  });
});

describe('compileGazetteer', () => {
  it('refuses names that would match everywhere or nowhere', () => {
    const long = 'a '.repeat(13);
    const { faults } = compileGazetteer([
      { id: 'x', kind: 'other', names: ['A', 'و', '', '...', long, 'Ab'] },
    ]);
    expect(faults.map((fault) => fault.reason)).toEqual([
      'too-short',
      'too-short',
      'too-short',
      'too-short',
      'too-long',
    ]);
  });

  it('takes 100,000 aliases', () => {
    const entries = Array.from({ length: 100_000 }, (_, at): GazetteerEntry => {
      return { id: `e${at}`, kind: 'person', names: [`Name N${at} Family`] };
    });
    expect(find('the Name N77777 Family and Name N100000 Family', entries)).toEqual([
      ['Name N77777 Family', 'e77777'],
    ]);
  });

  it.each(['Zalmar ', 'a', 'a ', 'و', 'A-', '’s', 'القلعون '])('is linear in 1 MB of %j', (unit) => {
    const text = unit.repeat(1_000_000 / unit.length);
    const entries: GazetteerEntry[] = [
      ...ENTRIES,
      { id: 'a', kind: 'other', names: ['a '.repeat(12), 'a a b'] },
    ];
    const mentions = gazetteerMentions(compileGazetteer(entries), text, 0, text.length);
    expect(mentions.length).toBeLessThanOrEqual(text.length / 5);
    expect(mentions.length > 0).toBe(/Zalmar|القلعون|^a $|A-/.test(unit));
  });
});
