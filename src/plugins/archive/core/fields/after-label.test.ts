import { afterLabel } from './after-label';

describe('afterLabel', () => {
  it.each([
    ['Media ID: 55', 'Media ID:', '55'],
    ['MEDIA   id:55', 'Media ID:', '55'],
    ['By Rosa', 'By ', 'Rosa'],
    ['Caption:', 'Caption:', ''],
    ['رقم المقال: 12', 'رقم المقال:', '12'],
  ])('%s after %s is %s', (line, label, rest) => {
    const at = afterLabel(line, label);
    expect(at === null ? null : line.slice(at)).toBe(rest);
  });

  it.each([
    ['Bye Rosa', 'By '],
    ['The Media ID: 55', 'Media ID:'],
    ['Media', 'Media ID:'],
    ['', 'By'],
  ])('%j does not begin with %j', (line, label) => {
    expect(afterLabel(line, label)).toBeNull();
  });
});
