/** Planted near-duplicates among a thousand texts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { core } from '../../../scripts/load-core.mjs';
import { share } from '../shares.mjs';
import { table } from '../../results/table.mjs';

const ROUNDS = 5;

const linesOf = (path) => readFileSync(path, 'utf8').split('\n').filter(Boolean);

/** Pairs that share a band, then those that are alike by their whole text, as an import decides. */
function pairsOf(texts, signatures) {
  const { pairsOfBand } = core('dedupe/band-groups');
  const { likeness } = core('dedupe/likeness');
  const { areAlike, ALIKE } = core('dedupe/variant-reason');
  const candidates = new Set();
  for (const band of signatures[0].bands.keys()) {
    const column = Uint32Array.from(signatures, ({ bands }) => bands[band]);
    for (const { fresh, other } of pairsOfBand(column, () => true)) candidates.add(`${other} ${fresh}`);
  }
  const pairs = [...candidates].map((pair) => pair.split(' ').map(Number));
  return {
    candidates,
    alike: pairs.filter(([one, other]) => areAlike(likeness(texts[one], texts[other]), ALIKE)),
  };
}

export const nearDuplicates = {
  title: 'Near-duplicates',
  needs: ['minhash-neardup/data/articles_1000.train', 'minhash-neardup/data/articles_1000.truth'],
  measure({ corpus }) {
    const { signatureOf } = core('dedupe/signature');
    const folder = join(corpus, 'minhash-neardup', 'data');
    const documents = linesOf(join(folder, 'articles_1000.train')).map((line) => {
      const at = line.indexOf(' ');
      return { id: line.slice(0, at), text: line.slice(at + 1) };
    });
    const truth = linesOf(join(folder, 'articles_1000.truth')).map((line) =>
      line.trim().split(/\s+/).sort().join(' '),
    );
    const texts = documents.map(({ text }) => text);
    const signatures = texts.map((text) => signatureOf(text));
    const begun = process.cpuUsage();
    for (let round = 0; round < ROUNDS; round += 1) texts.forEach((text) => signatureOf(text));
    const milliseconds = process.cpuUsage(begun).user / 1000 / ROUNDS / texts.length;
    const { candidates, alike } = pairsOf(texts, signatures);
    const found = alike.map((pair) =>
      pair
        .map((at) => documents[at].id)
        .sort()
        .join(' '),
    );
    const right = found.filter((pair) => truth.includes(pair));
    return {
      lines: [
        'Signatures of one permutation with 128 bins, 32 bands of 4; the texts themselves decide between candidates.',
        '',
        ...table(
          ['texts', 'pairs compared', 'of all pairs', 'planted pairs found', 'false'],
          [
            [
              texts.length,
              candidates.size,
              (texts.length * (texts.length - 1)) / 2,
              share(right.length, truth.length),
              found.length - right.length,
            ],
          ],
        ),
        '',
        `A signature takes ${milliseconds.toFixed(3)} ms for ${Math.round(texts.join('').length / texts.length)} characters.`,
      ],
    };
  },
};
