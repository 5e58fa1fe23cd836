/** Texts in legacy encodings: is the text readable? And known text written in each named encoding, read back. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { filesUnder } from '../files-under.mjs';
import { core } from '../../../scripts/load-core.mjs';
import { share } from '../shares.mjs';
import { table } from '../../results/table.mjs';
import { PLUGIN } from '../../../scripts/project-paths.mjs';

const iconv = createRequire(join(PLUGIN, 'package.json'))('iconv-lite');
const { decode } = core('decode/decode');

/** Scripts that a text of the language in the file's name is written in. */
const SCRIPTS = {
  arabic: 'Arabic',
  bulgarian: 'Cyrillic',
  chinese: 'Han',
  greek: 'Greek',
  hebrew: 'Hebrew',
  korean: 'Hangul',
  russian: 'Cyrillic',
};

const TARGETS = [
  ['utf-8', 'utf8', {}],
  ['UTF-8 with BOM', 'utf8', { addBOM: true }],
  ['UTF-16LE with BOM', 'utf-16le', { addBOM: true }],
  ['UTF-16BE with BOM', 'utf-16be', { addBOM: true }],
  ['UTF-16LE without BOM', 'utf-16le', { addBOM: false }],
  ['UTF-16BE without BOM', 'utf-16be', { addBOM: false }],
  ['windows-1256', 'windows-1256', {}],
  ['ISO-8859-6', 'iso-8859-6', {}],
  ['windows-1252', 'windows-1252', {}],
  ['ISO-8859-1', 'iso-8859-1', {}],
  ['UTF-8 read as windows-1252', 'mojibake', {}],
];

/** Real news to write in each encoding: those texts of the corpus whose every character the encoding has. */
function* newsTexts(corpus) {
  for (const [folder, ending] of [
    ['ant-arabic-news-300', '.txt'],
    ['gum-wikinews', '.txt'],
    ['page-dumps/chromium', '.txt'],
  ]) {
    for (const path of filesUnder(join(corpus, folder), ending)) {
      yield new TextDecoder('utf-8')
        .decode(readFileSync(join(corpus, folder, path)))
        .replace(/^\ufeff/, '')
        .slice(0, 4000);
    }
  }
}

function written(text, encoding, options) {
  if (encoding === 'mojibake') {
    const once = new Uint8Array(iconv.encode(text, 'utf8'));
    const misread = iconv.decode(Buffer.from(once), 'windows-1252');
    if (
      misread.includes('\ufffd') ||
      misread === text ||
      !iconv.encode(misread, 'windows-1252').equals(Buffer.from(once))
    )
      return null;
    return new Uint8Array(iconv.encode(misread, 'utf8'));
  }
  const bytes = iconv.encode(text, encoding, options);
  return iconv.decode(bytes, encoding) === text ? new Uint8Array(bytes) : null;
}

function isReadable(text, language) {
  if (/[\ufffd\u0080-\u009f]/u.test(text)) return false;
  const script = SCRIPTS[language];
  if (script === undefined) return true;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return (text.match(new RegExp(`\\p{Script=${script}}`, 'gu'))?.length ?? 0) > letters * 0.75;
}

export const encodings = {
  title: 'Encodings',
  needs: ['encodings-charset_normalizer', 'ant-arabic-news-300', 'gum-wikinews', 'page-dumps'],
  async measure({ corpus }) {
    const folder = join(corpus, 'encodings-charset_normalizer');
    const files = filesUnder(folder, '.txt');
    const readable = files.filter((file) => {
      const { text, refused } = decode(readFileSync(join(folder, file)));
      return refused === null && isReadable(text, /^sample-([a-z]+)/.exec(file)?.[1]);
    });
    const texts = [...newsTexts(corpus)].filter((text) => /[^\p{ASCII}]/u.test(text));
    const rows = TARGETS.map(([name, encoding, options]) => {
      let [tried, right] = [0, 0];
      for (const text of texts) {
        const bytes = written(text, encoding, options);
        if (bytes === null) continue;
        tried += 1;
        if (decode(bytes).text === text) right += 1;
      }
      return [name, tried, share(right, tried)];
    });
    return {
      lines: [
        `Texts in legacy encodings: ${share(readable.length, files.length)} are read in the script of their language, without a`,
        'character that nobody prints.',
        '',
        'News texts of the corpus that hold more than ASCII, up to 4,000 characters of each, written in an encoding that has all',
        'their characters, and read back without being told which; right where every character is the same:',
        '',
        ...table(['written as', 'texts', 'read back exactly'], rows),
      ],
    };
  },
};
