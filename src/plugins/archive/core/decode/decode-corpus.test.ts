import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { decode } from './decode';

const FOLDER = resolve(process.cwd(), '../shared/corpus/encodings-charset_normalizer');
const present = existsSync(FOLDER);
const files = present ? readdirSync(FOLDER).filter((name) => name.endsWith('.txt')) : [];

/** By the language in the file's name: its script, and characters that a text of this length is sure to hold. */
const EXPECTED: Readonly<Record<string, readonly [RegExp, string]>> = {
  arabic: [/\p{Script=Arabic}/gu, 'المة'],
  bulgarian: [/\p{Script=Cyrillic}/gu, 'щъя'],
  chinese: [/\p{Script=Han}/gu, '者書'],
  english: [/[a-z]/gi, 'the'],
  french: [/\p{Script=Latin}/gu, 'éÉ'],
  greek: [/\p{Script=Greek}/gu, 'ήςώ'],
  hebrew: [/\p{Script=Hebrew}/gu, 'שלם'],
  korean: [/\p{Script=Hangul}/gu, '의'],
  polish: [/\p{Script=Latin}/gu, 'ĄÓĆ'],
  russian: [/\p{Script=Cyrillic}/gu, 'яыВ'],
  spanish: [/\p{Script=Latin}/gu, 'íó'],
  turkish: [/\p{Script=Latin}/gu, 'İşğı'],
};

if (!present) console.warn(`skipped: ${FOLDER} is absent`);

describe('decode: texts in legacy encodings', () => {
  it('has its texts under CI', () => {
    expect(present || process.env.CI === undefined).toBe(true);
  });

  for (const name of files) {
    it(`reads ${name}`, () => {
      const language = /^sample-([a-z]+)/.exec(name)?.[1] ?? '';
      const [script, letters] = EXPECTED[language] ?? [/$^/g, '?'];
      const { text, refused, repairs } = decode(readFileSync(resolve(FOLDER, name)));
      expect([refused, repairs, text.match(/[\ufffd\u0080-\u009f]/g)]).toEqual([null, [], null]);
      expect([...letters].filter((letter) => !text.includes(letter))).toEqual([]);
      const all = text.match(/\p{L}/gu)?.length ?? 0;
      expect((text.match(script)?.length ?? 0) / all).toBeGreaterThan(0.75);
    });
  }
});
