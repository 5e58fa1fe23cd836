import { readArkName } from './ark-name';

describe('an ARK', () => {
  it.each([
    ['ark:12345/hq3x6y.en', { documentId: 'hq3x6y', locale: 'en' }],
    ['ark:/12345/hq3x6y', { documentId: 'hq3x6y', locale: null }],
    ['ark:12345/hq-3x6-Y.pt-BR', { documentId: 'hq3x6y', locale: 'pt-BR' }],
    ['ark:54321/hq3x6y', null],
    ['ark:12345/', null],
    ['ark:12345/---', null],
    ['ark:12345/a/b', null],
    ["ark:12345/a'--", null],
    ['', null],
  ])('%s', (ark, expected) => {
    expect(readArkName(ark, '12345')).toEqual(expected);
  });
});
