import type { EntityKind, EntityMention } from '../draft-article';
import { annotated } from './annotate-mentions';

/** Mentions of the names, one after the other. */
function annotate(text: string, names: readonly [string, EntityKind | null][]) {
  let from = 0;
  const mentions = names.map(([name, kind]): EntityMention => {
    const start = text.indexOf(name, from);
    from = start + name.length;
    return { text: name, kind, start, end: from, confidence: 0.7 };
  });
  return annotated(text, mentions).map(({ text: name, title, standsFor }) => ({ name, title, standsFor }));
}

describe('annotated', () => {
  it('keeps a title apart from the name, once', () => {
    const text = 'Maj. Gen. Omar Tarsi met Lina Bell. Gen. Omar Tarsi left.';
    expect(
      annotate(text, [
        ['Omar Tarsi', 'person'],
        ['Lina Bell', 'person'],
        ['Omar Tarsi', 'person'],
      ]),
    ).toEqual([{ name: 'Omar Tarsi', title: 'Maj. Gen.' }, { name: 'Lina Bell' }, { name: 'Omar Tarsi' }]);
  });

  it('ties an acronym to the long form beside it, on either side', () => {
    const text = 'the Coastal Guard Corps (CGC) and ZBU (Zalmar Bank Union); the CGC again';
    expect(
      annotate(text, [
        ['Coastal Guard Corps', 'organization'],
        ['CGC', 'organization'],
        ['ZBU', null],
        ['Zalmar Bank Union', 'organization'],
        ['CGC', 'organization'],
      ]).map(({ name, standsFor }) => [name, standsFor]),
    ).toEqual([
      ['Coastal Guard Corps', undefined],
      ['CGC', 'Coastal Guard Corps'],
      ['ZBU', 'Zalmar Bank Union'],
      ['Zalmar Bank Union', undefined],
      ['CGC', 'Coastal Guard Corps'],
    ]);
  });

  it.each([
    ['the Harbour Board (CGC)', 'Harbour Board', 'CGC'],
    ['the Coastal Guard Corps, CGC', 'Coastal Guard Corps', 'CGC'],
  ])('ties nothing in %j', (text, long, short) => {
    const found = annotate(text, [
      [long, 'organization'],
      [short, 'organization'],
    ]);
    expect(found.map((one) => one.standsFor)).toEqual([undefined, undefined]);
  });

  it('takes a surname for the one person who ends so, with or without its article', () => {
    const text = 'Yara al-Tarsi and Omar Bell. Tarsi and al-Tarsi and Bell';
    const names: [string, EntityKind | null][] = [
      ['Yara al-Tarsi', 'person'],
      ['Omar Bell', 'person'],
      ['Tarsi', 'person'],
      ['al-Tarsi', null],
      ['Bell', 'person'],
    ];
    expect(annotate(text, names).map((one) => one.standsFor)).toEqual([
      undefined,
      undefined,
      'Yara al-Tarsi',
      'Yara al-Tarsi',
      'Omar Bell',
    ]);
  });

  it('takes a surname for nobody where two share it, and a place for no person', () => {
    const two = annotate('Omar Bell, Lina Bell, Bell', [
      ['Omar Bell', 'person'],
      ['Lina Bell', 'person'],
      ['Bell', 'person'],
    ]);
    expect(two[2]?.standsFor).toBeUndefined();
    const place = annotate('Omar Bell in Bell', [
      ['Omar Bell', 'person'],
      ['Bell', 'place'],
    ]);
    expect(place[1]?.standsFor).toBeUndefined();
  });
});
