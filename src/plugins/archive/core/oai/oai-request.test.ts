import fc from 'fast-check';

import { readResumptionToken, resumptionToken, type Harvest } from './harvest';
import { isFault } from './oai-fault';
import { readOaiRequest } from './oai-request';

const read = (query: string) => readOaiRequest([...new URLSearchParams(query)]);

describe('a request of OAI-PMH', () => {
  it.each([
    ['', 'badVerb'],
    ['verb=constructor', 'badVerb'],
    ['verb=Identify&verb=Identify', 'badVerb'],
    ['verb=Identify&set=era:a', 'badArgument'],
    ['verb=GetRecord&identifier=x', 'badArgument'],
    ['verb=GetRecord&identifier=x&identifier=y&metadataPrefix=oai_dc', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=marcxml', 'cannotDisseminateFormat'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2005-02-30', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2005-01-01T24:00:00Z', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2006-01-01&until=2005-01-01', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&from=2005-01-01&until=2005-01-01T00:00:00Z', 'badArgument'],
    ['verb=ListRecords&metadataPrefix=oai_dc&set=entity:a', 'badArgument'],
    ['verb=ListRecords&resumptionToken=a&metadataPrefix=oai_dc', 'badArgument'],
    ['verb=ListRecords&resumptionToken=a', 'badResumptionToken'],
    ['verb=ListSets&resumptionToken=a', 'badResumptionToken'],
    ['verb=Identify&resumptionToken=a', 'badArgument'],
  ])('%s is a %s', (query, fault) => {
    expect(read(query)).toMatchObject({ fault });
  });

  it('includes all of the day or second that it ends with', () => {
    const range = 'verb=ListIdentifiers&metadataPrefix=mods&from=2005-07-14&until=2005-07-14';
    const day = Date.UTC(2005, 6, 14);
    expect(read(range)).toMatchObject({ harvest: { from: day, before: day + 86_400_000 } });
    expect(read('verb=ListRecords&metadataPrefix=mods&until=2005-07-14T00:00:00Z')).toMatchObject({
      harvest: { from: null, before: day + 1000 },
    });
  });

  it('goes on where a token says', () => {
    const harvest: Harvest = {
      prefix: 'oai_dc',
      from: 5,
      before: null,
      set: { kind: 'era', documentId: 'abc' },
      after: null,
    };
    const after = { part: 'deleted', time: 7, id: 9 } as const;
    expect(readResumptionToken(resumptionToken(harvest, after))).toEqual({ ...harvest, after });
  });

  it('is read or refused, whatever it is', () => {
    const names = fc.constantFrom('verb', 'metadataPrefix', 'resumptionToken', 'set', 'from', 'until', 'x');
    const values = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('ListRecords', 'GetRecord', 'oai_dc', '2005-07-14', 'era:a', 'oai_dc~~~~live~1~1'),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(names, values), { maxLength: 5 }), (parameters) => {
        const request = readOaiRequest(parameters);
        expect(isFault(request) || request.verb.length > 0).toBe(true);
      }),
    );
  });
});
