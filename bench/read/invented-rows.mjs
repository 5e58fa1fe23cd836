/**
 * Articles as rows, for an archive of any size: Zipf's law for words and for the people named, dates over forty years,
 * one in ten known only as a year or not at all. The same number gives the same article.
 */
import { inventedWorld, randomFrom } from '../invented-dump.mjs';

export const SOURCES = 5;
export const ERAS = 3;
export const ENTITIES = 5000;
const ENTITIES_AN_ARTICLE = 8;
const SECTIONS = ['World', 'Town', 'Port', 'Markets', 'Sport', 'Letters', 'Culture', 'Opinion'];
const FIRST_DAY = Date.UTC(1978, 0, 1);
const DAYS = 40 * 365;
const DAY = 86_400_000;

export function inventedRows({ words: wordsAnArticle }) {
  const { words } = inventedWorld();
  return (index) => {
    const random = randomFrom(index + 1);
    const zipf = (count) => Math.min(count - 1, Math.floor(Math.exp(random() * Math.log(count))) - 1);
    const text = (count) => Array.from({ length: count }, () => words[zipf(words.length)]).join(' ');
    const day = new Date(FIRST_DAY + Math.floor(random() * DAYS) * DAY).toISOString().slice(0, 10);
    const entities = new Set(Array.from({ length: ENTITIES_AN_ARTICLE }, () => zipf(ENTITIES) + 1));
    return {
      documentId: `b${index.toString(36).padStart(23, '0')}`,
      title: `${text(7)} ${index}`,
      slug: `article-${index}`,
      byline: text(2),
      // A word that one article in ten thousand has, and one that only this one has.
      body: `${text(wordsAnArticle)} seldom${index % 10_000} only${index}`,
      section: SECTIONS[zipf(SECTIONS.length)],
      legacyId: String(index),
      legacyUrl: `http://ledger.example/articles/${index}.html`,
      date: dateOf(random(), day),
      source: zipf(SOURCES) + 1,
      era: zipf(ERAS) + 1,
      entities: [...entities],
    };
  };
}

function dateOf(chance, day) {
  const year = day.slice(0, 4);
  if (chance < 0.02) return { edtf: 'XXXX', earliest: null, latest: null, basis: 'unknown' };
  if (chance < 0.1)
    return { edtf: year, earliest: `${year}-01-01`, latest: `${year}-12-31`, basis: 'inferred' };
  return { edtf: day, earliest: day, latest: day, basis: 'printed' };
}
