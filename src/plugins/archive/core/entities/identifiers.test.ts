import { identifierAddress, readIdentifier } from './identifiers';

describe('identifiers of other authority files', () => {
  it.each([
    ['wikidata', ' q42 ', 'Q42'],
    ['wikidata', 'https://www.wikidata.org/wiki/Q42', 'Q42'],
    ['viaf', 'https://viaf.org/viaf/102333412/', '102333412'],
    ['geonames', 'https://www.geonames.org/2950159/berlin.html', '2950159'],
    ['isni', '0000 0001 2103 2683', '0000000121032683'],
    ['isni', 'https://isni.org/isni/000000012146438X', '000000012146438X'],
    ['isni', 'ISNI 0000-0001-2146-438x', '000000012146438X'],
  ] as const)('reads %s %s', (name, text, identifier) => {
    expect(readIdentifier(name, text)).toEqual({ identifier });
  });

  it.each([
    ['wikidata', 'Q0', /write it like Q42/],
    ['wikidata', 'P31', /write it like Q42/],
    ['viaf', '0123', /no VIAF identifier/],
    ['geonames', 'Berlin', /no GeoNames identifier/],
    ['isni', '0000000121032684', /last character should be 3/],
    ['isni', '0000000121023683', /mistyped/],
    ['isni', '1234', /write it like/],
    ['viaf', '1'.repeat(1_000_000), /no VIAF identifier/],
  ] as const)('refuses %s %#', (name, text, reason) => {
    expect(readIdentifier(name, text)).toEqual({ fault: expect.stringMatching(reason) as string });
  });

  it('links to the record', () => {
    expect(identifierAddress('isni', '0000 0001 2103 2683')).toBe('https://isni.org/isni/0000000121032683');
    expect(identifierAddress('wikidata', 'nobody')).toBeNull();
  });
});
