import { mergeFields } from './merge-fields';

const groups = [['dateEdtf', 'dateEarliest']];

describe('mergeFields', () => {
  it('writes what only the dump changed', () => {
    const merge = mergeFields({
      last: { title: 'a', body: 'b' },
      current: { title: 'a', body: 'b' },
      incoming: { title: 'a', body: 'B' },
      groups,
    });
    expect(merge).toEqual({ write: ['body'], kept: [] });
  });

  it('keeps what a person changed, and says so only where the dump changed too', () => {
    const merge = mergeFields({
      last: { title: 'a', body: 'b' },
      current: { title: 'x', body: 'y' },
      incoming: { title: 'a', body: 'B' },
      groups,
    });
    expect(merge).toEqual({ write: [], kept: ['body'] });
  });

  it('has nothing to do where a person already made the same change', () => {
    const merge = mergeFields({
      last: { title: 'a' },
      current: { title: 'A' },
      incoming: { title: 'A' },
      groups,
    });
    expect(merge).toEqual({ write: [], kept: [] });
  });

  it('keeps the fields of a group together', () => {
    const merge = mergeFields({
      last: { dateEdtf: '1', dateEarliest: '1' },
      current: { dateEdtf: '2', dateEarliest: '1' },
      incoming: { dateEdtf: '3', dateEarliest: '3' },
      groups,
    });
    expect(merge).toEqual({ write: [], kept: ['dateEdtf', 'dateEarliest'] });
  });

  it('writes a field that no import has written before', () => {
    const merge = mergeFields({ last: {}, current: { section: 'null' }, incoming: { section: 's' }, groups });
    expect(merge).toEqual({ write: ['section'], kept: [] });
  });
});
