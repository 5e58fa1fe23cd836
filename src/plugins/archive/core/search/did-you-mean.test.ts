import fc from 'fast-check';

import { didYouMean } from './did-you-mean';
import { editDistance } from './edit-distance';
import { nameWords, nearestNameWord } from './name-words';

describe('editDistance', () => {
  it.each([
    ['saleh', 'saleh', 0],
    ['salhe', 'saleh', 1],
    ['slaeh', 'saleh', 1],
    ['saleeh', 'saleh', 1],
    ['sale', 'saleh', 1],
    ['kitten', 'sitting', 3],
    ['', 'abc', 3],
  ])('of %s and %s is %d', (a, b, distance) => {
    expect(editDistance(a, b, 5)).toBe(distance);
    expect(editDistance(b, a, 5)).toBe(distance);
  });

  it('counts no further than asked', () => {
    expect(editDistance('kitten', 'sitting', 1)).toBe(2);
  });

  it('is the same both ways, and nothing for the same word', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
        expect(editDistance(a, a, 12)).toBe(0);
        expect(editDistance(a, b, 12)).toBe(editDistance(b, a, 12));
      }),
    );
  });
});

const names = nameWords([
  'Rima Saleh',
  'Omar Saleh',
  'Rasmira',
  'Port Salah',
  'مؤتمر القاهرة',
  'José Ferrán',
]);

describe('a misspelt name', () => {
  it.each([
    ['salhe', 'Saleh'],
    ['salih', 'Saleh'],
    ['rasmirra', 'Rasmira'],
    ['rasmeerra', null],
    ['saleh', null],
    ['rma', null],
    ['harbour', null],
  ])('%s is %s', (word, right) => {
    expect(nearestNameWord(names, word)).toBe(right);
  });

  it.each([
    ['Rima Salhe', 'Rima Saleh'],
    ['title:"Rima Salhe" OR (port AND rasmra)', 'title:"Rima Saleh" OR (port AND Rasmira)'],
    ['القاهره', null],
    ['القاهضرة', 'القاهرة'],
    ['ferrrán', 'Ferrán'],
    ['salhe*', null],
    ['', null],
  ])('in %j: %j', (query, right) => {
    expect(didYouMean(query, names)).toBe(right);
  });
});
