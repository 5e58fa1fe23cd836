/** Whether Arabic names and their Latin spellings are suggested to be one, and others not. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { core } from '../../../scripts/load-core.mjs';
import { percent } from '../shares.mjs';
import { table } from '../../results/table.mjs';

const THRESHOLDS = [0.7, 0.75, 0.8, 0.85, 0.9];

/** Persons of two names each, in both scripts: entries of the list joined in a fixed way, a quarter of it. */
function persons(corpus) {
  const entries = readFileSync(join(corpus, 'names', 'google_ar2en.txt'), 'utf8')
    .split('\n')
    .map((line) => line.split('\t').map((part) => part.trim().replace(/[\u200e\u200f]/g, '')))
    .filter(([arabic, latin]) => arabic && latin)
    .filter((_, at) => at % 4 === 0);
  return entries.map(([arabic, latin], at) => {
    const [second, third] = entries[(at * 7 + 13) % entries.length];
    return { arabic: `${arabic} ${second}`, latin: `${latin} ${third}` };
  });
}

/** Groups of spellings of one word: how many pairs of Arabic and Latin are alike enough. */
function spellings(corpus, least) {
  const { comparableName, compareNames } = core('entities/reconcile/compare-names');
  const groups = readFileSync(join(corpus, 'names', 'wikidata_cc0_arabic_to_latin.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  let pairs = 0;
  let alike = 0;
  for (const { arabic, latin } of groups) {
    const name = comparableName(arabic);
    for (const spelling of latin) {
      pairs += 1;
      if (compareNames(name, comparableName(spelling)).score >= least) alike += 1;
    }
  }
  return { pairs, alike };
}

export const likeNames = {
  title: 'Merge suggestions',
  needs: ['names/google_ar2en.txt', 'names/wikidata_cc0_arabic_to_latin.jsonl'],
  measure({ corpus }) {
    const { suggestMerges, SUGGEST_FROM } = core('entities/reconcile/suggest-merges');
    const people = persons(corpus);
    const records = people.flatMap(({ arabic, latin }, at) => [
      { id: `a${at}`, kind: 'person', names: [arabic] },
      { id: `l${at}`, kind: 'person', names: [latin] },
    ]);
    const begun = process.cpuUsage();
    const suggestions = suggestMerges(records, THRESHOLDS[0]);
    const seconds = process.cpuUsage(begun).user / 1e6;
    const rows = THRESHOLDS.map((least) => {
      const made = suggestions.filter(({ score }) => score >= least);
      const right = made.filter(({ one, other }) => one.slice(1) === other.slice(1)).length;
      const mark = least === SUGGEST_FROM ? ' (used)' : '';
      return [`${least}${mark}`, made.length, percent(right / made.length), percent(right / people.length)];
    });
    const { pairs, alike } = spellings(corpus, SUGGEST_FROM);
    return {
      lines: [
        `${records.length.toLocaleString('en')} records, one in Arabic and one in Latin letters for each of`,
        `${people.length.toLocaleString('en')} people whose two names are real ones, joined by us. All records are`,
        `compared within blocks of like sound, in ${seconds.toFixed(1)} s.`,
        '',
        ...table(['least score', 'suggested', 'precision', 'recall'], rows),
        '',
        `Single words, by Wikidata's groups of spellings: ${percent(alike / pairs)} of ${pairs.toLocaleString('en')}`,
        'pairs reach the score that is used. The groups hold words that are no spelling of the other (`محمد`: `koca`).',
      ],
    };
  },
};
