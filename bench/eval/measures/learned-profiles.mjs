/**
 * Pages of one site, read without a profile and with the one that `profile infer` learned from other pages of it. The
 * samples' hand-written profiles are withheld; the corpus's sites of several pages have never had one.
 */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { core } from '../../../scripts/load-core.mjs';
import { PROJECT } from '../../../scripts/project-paths.mjs';
import { overlap, sameTitle } from '../compare.mjs';
import { filesUnder } from '../files-under.mjs';
import { recordsOf } from '../read-records.mjs';
import { share, sum } from '../shares.mjs';
import { table } from '../../results/table.mjs';

const { sampledPage } = core('profiles/infer-page');
const { inferProfile } = core('profiles/infer-profile');
const { draftArticle } = core('draft/draft-from-record');
const { readProfile } = core('profiles/profile');

/** Each page is read with a profile learned from the other parts: it never saw the page it is judged by. */
const PARTS = 5;

const FIELDS = ['title', 'body', 'byline', 'dateEdtf', 'dateline', 'section', 'legacyId'];

async function pagesOf(folder, truthOf) {
  const pages = [];
  for (const path of filesUnder(folder, '.txt')) {
    const { records } = await recordsOf(join(folder, path), path);
    for (const record of records) pages.push({ path, record, truth: truthOf(path) });
  }
  return pages;
}

function learnedFrom(pages) {
  const sampled = pages.map(({ record }) => sampledPage(record)).filter((page) => page !== null);
  return inferProfile(sampled, 'learned').profile;
}

function judge({ record, path, truth }, profile) {
  const { article } = draftArticle(record, { profiles: [], path, ...(profile ? { profile } : {}) });
  return Object.fromEntries([
    ['pages', 1],
    ...FIELDS.map((field) => [field, Number(isRight(field, article, truth))]),
  ]);
}

function isRight(field, article, truth) {
  if (!(field in truth)) return false;
  if (field === 'title') return sameTitle(article.title ?? '', truth.title ?? '');
  if (field === 'body') return overlap(article.body, truth.body) >= 0.99;
  return article[field] === truth[field];
}

function rowsFor(name, pages, written) {
  const judged = pages.filter(({ truth }) => truth !== null);
  const learned = Array.from({ length: PARTS }, (_, part) =>
    learnedFrom(pages.filter((_page, index) => index % PARTS !== part)),
  );
  const place = (page) => pages.indexOf(page) % PARTS;
  const ways = [
    ['no profile', (page) => judge(page, null)],
    ['learned from other pages', (page) => judge(page, learned[place(page)])],
    ...(written ? [['written by people', (page) => judge(page, written)]] : []),
  ];
  return ways.map(([way, read]) => {
    const all = sum(judged.map(read));
    return [name, way, all.pages ?? 0, ...FIELDS.map((field) => share(all[field] ?? 0, all.pages ?? 0))];
  });
}

/** The expected results that the project's tests hold the samples to. */
function sampleTruth(site) {
  return (path) => {
    const file = join(PROJECT, 'tests', 'fixtures', 'samples', site, path.replace(/\.txt$/, '.json'));
    const { outcome, article } = JSON.parse(readFileSync(file, 'utf8'));
    return outcome === 'article' ? article : null;
  };
}

/** The same pages as one site would print them: no markup is left that names the fields. */
function antAsPages(corpus) {
  const folder = join(corpus, 'ant-arabic-news-300');
  return readFileSync(join(folder, 'truth.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((row) => JSON.parse(row))
    .filter(({ title, body }) => title !== '' && body !== '');
}

/** Chrome of an invented site around real articles: menus, links to the articles that follow, a footer. */
function asPage(article, others) {
  const day = /^(\d{4})-(\d\d)-(\d\d)/.exec(article.time_raw ?? '');
  const date = day ? [`تاريخ النشر: ${Number(day[3])}/${Number(day[2])}/${day[1]}`] : [];
  return [
    'أخبار الجوهرة | الصفحة الرئيسية',
    '',
    `${article.title} | أرشيف أخبار الجوهرة 2014 - 2018`,
    'الرئيسية',
    'سياسة',
    'اقتصاد',
    'رياضة',
    `القسم: ${article.category}`,
    `رقم الخبر: ${article.docno.replace(/\D/g, '').slice(0, 12)}`,
    ...date,
    '',
    ...article.body.split('\n').flatMap((line) => [line, '']),
    'اقرأ أيضا في هذا القسم',
    ...others.map(({ title }) => title),
    'تصميم وبرمجة فريق الجوهرة 2014',
  ].join('\n');
}

async function antPages(corpus) {
  const articles = antAsPages(corpus);
  const pages = [];
  for (const [index, article] of articles.entries()) {
    const others = [1, 2, 3].map((step) => articles[(index + step) % articles.length]);
    const bytes = new TextEncoder().encode(asPage(article, others));
    const path = `${basename(article.file, '.txt')}.txt`;
    const { records } = await recordsOf(path, path, { bytes });
    const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)/.exec(article.time_raw ?? '') ?? [];
    const truth = {
      title: article.title,
      body: article.body,
      byline: null,
      dateline: null,
      section: article.category,
      legacyId: article.docno.replace(/\D/g, '').slice(0, 12),
      dateEdtf: year ? `${year}-${month}-${date}` : '2014/2018',
    };
    pages.push({ path, record: records[0], truth });
  }
  return pages;
}

function writtenFor(site) {
  return readProfile(JSON.parse(readFileSync(join(PROJECT, 'profiles', `${site}.json`), 'utf8'))).profile;
}

export const learnedProfiles = {
  title: 'Learned profiles',
  needs: ['ant-arabic-news-300/truth.jsonl'],
  async measure({ corpus }) {
    const rows = [];
    for (const site of ['sefina-courier', 'sada-al-wahatayn']) {
      const pages = await pagesOf(join(PROJECT, 'samples', site), sampleTruth(site));
      rows.push(...rowsFor(`samples/${site}`, pages, writtenFor(site)));
    }
    rows.push(...rowsFor('ANT articles on invented pages', await antPages(corpus), null));
    return {
      lines: [
        'What `profile infer` is worth: the same pages without a profile, with one that was learned from four fifths of the',
        "site's pages (never the page that is judged), and, for the samples, with the profile that people wrote. The page dumps",
        'come from a site each, so they cannot tell; real Arabic articles are therefore set on pages of an invented site, with',
        'menus, labels, links to other articles and a footer. A body is right where it shares 99% of its words with the true one.',
        '',
        ...table(['pages of', 'read with', 'pages', ...FIELDS.map((field) => NAMES[field])], rows),
      ],
    };
  },
};

const NAMES = {
  title: 'headline',
  body: 'body',
  byline: 'byline',
  dateEdtf: 'date',
  dateline: 'dateline',
  section: 'section',
  legacyId: 'legacy ID',
};
