/**
 * The parse worker from its TypeScript source, with faults that a page asks for by its text: `FAULT loop`,
 * `FAULT memory`, `FAULT throw`, `FAULT exit`, `FAULT decode` (a decoder that does not end). `COUNT file` adds a
 * byte to the file whenever the page is parsed.
 */
const { appendFileSync, existsSync, readFileSync } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');

const { transformSync } = require('@swc/core');

const PLUGIN = path.join(__dirname, '..', '..', 'src', 'plugins', 'archive');

const resolveFile = Module._resolveFilename;
Module._resolveFilename = (request, parent, ...rest) => {
  const full = path.join(path.dirname(parent?.filename ?? ''), request);
  // `./places` is `places.ts`, although there is a `places.json` too.
  const source = [`${full}.ts`, path.join(full, 'index.ts')].find(existsSync);
  return request.startsWith('.') && source ? source : resolveFile(request, parent, ...rest);
};
require.extensions['.ts'] = (module, file) => {
  const { code } = transformSync(readFileSync(file, 'utf8'), {
    filename: file,
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'commonjs' },
    swcrc: false,
  });
  module._compile(code, file);
};

replace('core/draft/draft-from-record.ts', 'draftArticle', (draftArticle) => (record, options) => {
  fault(record.text);
  return draftArticle(record, options);
});
replace('core/decode/decode.ts', 'decode', (decode) => (bytes, options) => {
  if (Buffer.from(bytes).includes('FAULT decode')) for (;;);
  return decode(bytes, options);
});
require('./lines-reader.ts').knowLinesFormat();
require(path.join(PLUGIN, 'server', 'src', 'parse-worker', 'index.ts'));

function replace(file, name, by) {
  const full = path.join(PLUGIN, file);
  const exported = require(full);
  require.cache[full].exports = { ...exported, [name]: by(exported[name]) };
}

function fault(text) {
  const count = /^COUNT (.+)$/m.exec(text);
  if (count) appendFileSync(count[1], '.');
  switch (/FAULT (\w+)/.exec(text)?.[1]) {
    case 'loop':
      for (;;);
    case 'memory':
      for (const kept = []; ; ) kept.push({ text: `${text}${kept.length}` });
    case 'throw':
      throw new TypeError('the parser has a bug');
    case 'exit':
      return process.exit(7);
  }
}
