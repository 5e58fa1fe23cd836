/** Names in running text, against what people marked, without and with a gazetteer of the names of the other half. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { core } from '../../../scripts/load-core.mjs';
import { percent } from '../shares.mjs';
import { table } from '../../results/table.mjs';

const SETS = [
  ['wikigold', 'ner/en_wikigold.jsonl', 'en'],
  ['WNUT-17', 'ner/en_wnut17_test.jsonl', 'en'],
  ['AQMAR', 'ner/ar_aqmar.jsonl', 'ar'],
];
/** What each set calls the kinds that we know; the rest counts as found, not as typed. */
const KINDS = {
  PER: 'person',
  PERSON: 'person',
  ORG: 'organization',
  CORPORATION: 'organization',
  GROUP: 'organization',
  LOC: 'place',
  LOCATION: 'place',
};

const kindOf = (type) => KINDS[String(type).toUpperCase()] ?? null;

/** The names of a half, as an archive would have them once people confirmed its records. */
function gazetteerOf(rows) {
  const { compileGazetteer } = core('entities/gazetteer');
  const kinds = new Map();
  for (const { entities } of rows) {
    for (const { text, type } of entities) {
      const kind = kindOf(type) ?? 'other';
      const votes = kinds.get(text) ?? {};
      kinds.set(text, { ...votes, [kind]: (votes[kind] ?? 0) + 1 });
    }
  }
  return compileGazetteer(
    [...kinds].map(([name, votes]) => {
      const [kind] = Object.entries(votes).sort((one, other) => other[1] - one[1])[0];
      return { id: name, kind, names: [name] };
    }),
  );
}

function mentionsOf(row, language, gazetteer) {
  const { mentionsIn } = core('entities/find-mentions');
  const found = mentionsIn(row.text, { from: 0, to: row.text.length, language });
  if (gazetteer === null) return found;
  const { withKnownNames } = core('entities/with-known-names');
  return withKnownNames(row.text, found, [{ start: 0, end: row.text.length }], gazetteer, []);
}

/** Exact spans; a typed one counts where the truth has one of our kinds and it is the same. */
function scores(rows, language, gazetteer) {
  const count = { found: 0, truth: 0, right: 0, typed: 0, typedTruth: 0, typedRight: 0 };
  for (const row of rows) {
    const truth = new Map(row.entities.map(({ start, end, type }) => [`${start} ${end}`, kindOf(type)]));
    const mentions = mentionsOf(row, language, gazetteer);
    count.found += mentions.length;
    count.truth += truth.size;
    count.typedTruth += [...truth.values()].filter((kind) => kind !== null).length;
    for (const { start, end, kind } of mentions) {
      const span = `${start} ${end}`;
      if (truth.has(span)) count.right += 1;
      if (!['person', 'organization', 'place'].includes(kind)) continue;
      count.typed += 1;
      if (truth.get(span) === kind) count.typedRight += 1;
    }
  }
  return count;
}

const threeOf = (right, found, truth) => {
  const [precision, recall] = [right / Math.max(1, found), right / Math.max(1, truth)];
  const f1 = right === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return `${percent(precision)} / ${percent(recall)} / ${percent(f1)}`;
};

/** Fifty passes over the texts as one: the finder, then the finder with a gazetteer of 100,000 names. */
function speeds(rows) {
  const { compileGazetteer } = core('entities/gazetteer');
  const text = rows.map((row) => row.text).join('\n\n');
  const many = Array.from({ length: 100_000 }, (_, at) => `Gazer${at % 317} Name${at} Entry`);
  const gazetteer = compileGazetteer([
    ...rows.flatMap((row) =>
      row.entities.map(({ text: name }) => ({ id: name, kind: 'other', names: [name] })),
    ),
    ...many.map((name) => ({ id: name, kind: 'person', names: [name] })),
  ]);
  return [null, gazetteer].map((known) => {
    const row = { text };
    const once = () => mentionsOf(row, 'en', known);
    once();
    const begun = process.cpuUsage();
    for (let pass = 0; pass < 10; pass += 1) once();
    // Of the processor, not of the clock: other programs must not count.
    const seconds = process.cpuUsage(begun).user / 1e6;
    return `${Math.round((Buffer.byteLength(text) * 10) / 1024 / seconds).toLocaleString('en')} KB/s`;
  });
}

export const entities = {
  title: 'Names',
  needs: SETS.map(([, file]) => file),
  measure({ corpus }) {
    const lines = [];
    const english = [];
    const rows = SETS.flatMap(([name, file, language]) => {
      const all = readFileSync(join(corpus, file), 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((one) => JSON.parse(one));
      if (language === 'en') english.push(...all);
      // Every second text, so that both halves are of the same kind.
      const [known, unseen] = [0, 1].map((half) => all.filter((_, at) => at % 2 === half));
      return [
        ['none', null],
        ['of the other half', gazetteerOf(known)],
      ].map(([label, gazetteer]) => {
        const { found, truth, right, typed, typedTruth, typedRight } = scores(unseen, language, gazetteer);
        return [name, label, truth, threeOf(right, found, truth), threeOf(typedRight, typed, typedTruth)];
      });
    });
    const [bare, withNames] = speeds(english);
    lines.push(
      'Precision, recall and F1 on one half of each set. A name is _found_ where both ends are exact, and _typed_ where',
      'it is also a person, organisation or place as the truth says. The gazetteer holds the names that people marked in',
      'the other half, as an archive has them whose records are confirmed. WNUT-17 is social media, chosen for names that',
      'no list has; AQMAR is Arabic, which has no capitals, so without a gazetteer only the safest names are taken.',
      '',
      ...table(['set', 'gazetteer', 'names', 'found: P / R / F1', 'typed: P / R / F1'], rows),
      '',
      `Throughput on one core: ${bare}; with a gazetteer of more than 100,000 names ${withNames}.`,
    );
    return { lines };
  },
};
