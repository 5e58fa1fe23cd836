import { messages as ar } from './ar';
import { messages as en } from './en';
import { messages as fr } from './fr';

/** The names in the braces: `{count, plural, ...}` and `{total}` have `count` and `total`. */
function placesIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)(?=[,}])/g)].map(([, name]) => name ?? ''))].sort();
}

describe.each([
  ['Arabic', ar],
  ['French', fr],
])('the texts in %s', (_name, messages: Readonly<Record<string, string>>) => {
  it('are those of English, none missing and none more', () => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(en).sort());
  });

  it('are written, and name the same values', () => {
    for (const [key, english] of Object.entries(en)) {
      const text = messages[key] ?? '';
      expect(`${key}: ${text.trim()}`).not.toBe(`${key}: `);
      expect([key, ...placesIn(text)]).toEqual([key, ...placesIn(english)]);
    }
  });
});
