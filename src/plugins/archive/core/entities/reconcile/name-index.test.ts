import { addToNameIndex, emptyNameIndex, itemsBeginning, likestItems } from './name-index';

const all = () => true;

function indexOf(records: Readonly<Record<string, readonly string[]>>) {
  const index = emptyNameIndex<string>();
  for (const [id, names] of Object.entries(records)) addToNameIndex(index, id, names);
  return index;
}

describe('records by their names', () => {
  const index = indexOf({
    tinwar: ['Yehya al-Tinwar'],
    bell: ['Lina Bell', 'لينا بل'],
    council: ['Hollin Town Council'],
  });

  it('finds a name spelt in another way, in either script, and nobody else', () => {
    expect(likestItems(index, 'Yahya Tinwar', all)).toMatchObject([
      { item: 'tinwar', reasons: ['spelling'] },
    ]);
    expect(likestItems(index, 'لينا بل', all)).toMatchObject([{ item: 'bell', score: 1 }]);
    expect(likestItems(index, 'LINA  BELL', all)).toMatchObject([{ item: 'bell', score: 1 }]);
    expect(likestItems(index, 'Omar Tarsi', all)).toEqual([]);
    expect(likestItems(index, 'Lina Bell', (item) => item !== 'bell')).toEqual([]);
    expect(likestItems(index, '', all)).toEqual([]);
  });

  it('completes names and words of names', () => {
    expect(itemsBeginning(index, 'lina', 5)).toEqual(['bell']);
    expect(itemsBeginning(index, 'Coun', 5)).toEqual(['council']);
    expect(itemsBeginning(index, '', 2)).toHaveLength(2);
  });

  it('finds the very name among any number that sound alike, in bounded time', () => {
    const crowd = emptyNameIndex<number>();
    for (let at = 0; at < 3000; at += 1) addToNameIndex(crowd, at, [`Omar ${'a'.repeat(at % 50)} Tarsi`]);
    addToNameIndex(crowd, -1, ['Omar Tarsi']);
    const begin = process.hrtime.bigint();
    expect(likestItems(crowd, 'Omar Tarsi', all).some(({ item }) => item === -1)).toBe(true);
    expect(Number(process.hrtime.bigint() - begin) / 1e6).toBeLessThan(1000);
  });
});
