import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

import { parseFiles } from '../../src/plugins/archive/server/src/import/input/parse-files';
import { CORPUS, corpus } from '../harness/corpus';
import { SETTINGS } from '../import-workers/dump';

/** What real web archives give: articles, then by issue what is none. File names say what is broken. */
const EXPECTED: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'warcio/test/data/bad.arc': { 'capture-unframed': 5, 'media-type-unsupported': 1 },
  'warcio/test/data/example-bad-non-chunked.warc.gz': { article: 1, 'capture-repeated': 1 },
  'warcio/test/data/example-iana.org-chunked.warc': { article: 1 },
  'warcio/test/data/example-resource.warc.gz': { article: 1 },
  'warcio/test/data/example-space-in-url.arc': { 'record-truncated': 1 },
  'warcio/test/data/example-trunc.warc': { 'record-length-wrong': 1 },
  'warcio/test/data/example-wget-bad-target-uri.warc.gz': { article: 1, 'media-type-unsupported': 2 },
  'warcio/test/data/example-wrong-chunks.warc.gz': { article: 1 },
  'warcio/test/data/example.arc.gz': { article: 1 },
  'warcio/test/data/example.warc.gz': { article: 1, 'capture-repeated': 1 },
  'warcio.js/test/data/example-bad-length.warc': { 'record-length-wrong': 1, 'capture-repeated': 1 },
  'warcio.js/test/data/example-url-agnostic-revisit.warc.gz': { 'revisit-unresolved': 1 },
  'warcio.js/test/data/redirect.warc': { 'http-redirect': 1 },
  'jwarc/test-resources/org/netpreserve/jwarc/cc.warc.gz': { article: 1 },
  'jwarc/test-resources/org/netpreserve/jwarc/gzip_extra_sl.warc.gz': { 'capture-none': 1 },
  'whirlwind/whirlwind.warc.gz': { article: 1 },
  'whirlwind/whirlwind.warc.wat.gz': { 'capture-none': 1 },
  'whirlwind/whirlwind.warc.wet.gz': { article: 1 },
  'resiliparse/tests/data/clipped.warc.gz': { 'container-damaged': 1 },
  'resiliparse/tests/data/clueweb-quirk.warc.gz': { article: 29 },
  'resiliparse/tests/data/warcfile.warc.gz': { article: 15, 'body-empty': 1 },
};

async function outcomesOf(name: string): Promise<Record<string, number>> {
  const absolute = path.join(CORPUS, name);
  const size = statSync(absolute).size;
  const file = { absolute, shown: name, root: CORPUS, dumpPath: name, size, modifiedAt: 0 };
  const outcomes: Record<string, number> = {};
  const options = { workers: 0, recordTimeoutMs: 60_000 };
  for await (const item of parseFiles([{ file, skip: 0 }], SETTINGS, options)) {
    if (item.kind !== 'record') continue;
    const { outcome, issues } = item.draft;
    const codes = issues.map(({ code }) => code).filter((code) => code !== 'profile-unknown');
    const sort =
      outcome === 'article' ? 'article' : (codes.find((code) => code !== 'encoding-guessed') ?? outcome);
    outcomes[sort] = (outcomes[sort] ?? 0) + 1;
  }
  return outcomes;
}

if (corpus.missing !== null) console.warn(`skipped: ${corpus.missing}`);

describe('real web archives', () => {
  it('are there under CI', () => {
    expect(corpus.missing === null || process.env['CI'] === undefined).toBe(true);
  });

  const names = corpus.missing === null ? Object.keys(EXPECTED) : [];
  it.each(names)('%s', async (name) => {
    expect(await outcomesOf(name)).toEqual(EXPECTED[name]);
  });

  it.each(corpus.missing === null ? ['warcfile', 'block-sized-records'] : [])(
    '%s gives the same packed and unpacked',
    async (name) => {
      const folder = 'resiliparse/tests/data';
      expect(readdirSync(path.join(CORPUS, folder))).toContain(`${name}.warc`);
      expect(await outcomesOf(`${folder}/${name}.warc.gz`)).toEqual(
        await outcomesOf(`${folder}/${name}.warc`),
      );
    },
  );
});
