import type { EntityKind, EntityMention } from '../draft-article';
import { compileGazetteer } from './gazetteer';
import { withKnownNames } from './with-known-names';

const GAZETTEER = compileGazetteer([
  { id: 'z', kind: 'organization', names: ['Zalmar', 'زلمار'] },
  { id: 'q', kind: 'place', names: ['Qalun', 'Belmarra Ledger'] },
]);

function known(text: string, names: readonly [string, EntityKind | null][], ignore: readonly string[] = []) {
  const found = names.map(([name, kind]): EntityMention => {
    const start = text.indexOf(name);
    return { text: name, kind, start, end: start + name.length, confidence: 0.6 };
  });
  const spans = [{ start: 0, end: text.length }];
  return withKnownNames(text, found, spans, GAZETTEER, ignore).map((one) => [
    one.text,
    one.kind,
    one.ids?.join(),
  ]);
}

describe('withKnownNames', () => {
  it('adds what the finder overlooked, in order, with the record', () => {
    expect(known('to Qalun with Omar Bell and زلمار', [['Omar Bell', 'person']])).toEqual([
      ['Qalun', 'place', 'q'],
      ['Omar Bell', 'person', undefined],
      ['زلمار', 'organization', 'z'],
    ]);
  });

  it('takes the known name for an equal span, and the longer name of a known kind', () => {
    expect(known('Zalmar', [['Zalmar', 'person']])).toEqual([['Zalmar', 'organization', 'z']]);
    expect(known('Zalmar Bank', [['Zalmar Bank', 'organization']])).toEqual([
      ['Zalmar Bank', 'organization', undefined],
    ]);
  });

  it('takes the known name out of a longer guess', () => {
    expect(known('Zalmar Officials', [['Zalmar Officials', null]])).toEqual([
      ['Zalmar', 'organization', 'z'],
    ]);
  });

  it('leaves the paper’s own name out', () => {
    expect(known('the Belmarra Ledger', [], ['Belmarra Ledger'])).toEqual([]);
  });
});
