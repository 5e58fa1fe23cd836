import { fold } from '../text/fold';
import { cutTitle, siteNames } from './cut-title';
import { blocksOf } from './block';
import { linesOf } from '../text/lines';

/** Lines of the page below its title, with the prose under each. */
const cut = (title: string, lines: Readonly<Record<string, number>> = {}) => {
  const below = new Map(Object.entries(lines).map(([line, prose]) => [fold(line), prose]));
  return cutTitle(title, (folded) => below.get(folded) ?? null);
};

describe('cutTitle', () => {
  it.each([
    ['Boats Return to Quay | The Daily Quay', 'Boats Return to Quay', 'The Daily Quay'],
    ['Boats Return to Quay – The Daily Quay', 'Boats Return to Quay', 'The Daily Quay'],
    ['Quay: Boats - and Men - Return | The Quay', 'Quay: Boats - and Men - Return', 'The Quay'],
    ['Boats Return to Quay :: Archive', 'Boats Return to Quay', 'Archive'],
    ['Boats Return to Quay', 'Boats Return to Quay', null],
  ])('%s', (title, headline, site) => {
    expect(cut(title)).toEqual({ headline, site, repeated: false });
  });

  it('takes the part that the page repeats above its text', () => {
    const title = 'The Daily Quay » Boats Return';
    expect(cut(title, { 'Boats Return': 900, 'The Daily Quay': 20 })).toEqual({
      headline: 'Boats Return',
      site: 'The Daily Quay',
      repeated: true,
    });
  });

  it('does not take a short site name for the headline because it alone is repeated', () => {
    const { headline } = cut('Boats Return to Quay After Eleven Years | Quay', { Quay: 50 });
    expect(headline).toBe('Boats Return to Quay After Eleven Years');
  });

  it('takes a title of a million separators', () => {
    expect(cut(' | '.repeat(300_000)).repeated).toBe(false);
  });
});

describe('siteNames', () => {
  const named = (text: string, site: string) => {
    const [block] = blocksOf(linesOf(text));
    if (block === undefined) throw new Error('no block');
    return siteNames(text, block, site);
  };

  it('reads an archive with its years as era', () => {
    const text = 'Boats Return | QUAY TIMES Archive 1999 - 2011';
    const { source, era, coverage } = named(text, 'QUAY TIMES Archive 1999 - 2011');
    expect(source).toBeNull();
    expect(era).toMatchObject({ value: 'QUAY TIMES Archive', evidence: { start: 15, end: 33 } });
    expect(coverage).toMatchObject({ value: '1999/2011', evidence: { start: 34, end: 45 } });
  });

  it('reads any other site as source', () => {
    const { source, era } = named('Boats Return | Quay Times', 'Quay Times');
    expect([source?.value, era]).toEqual(['Quay Times', null]);
  });
});
