import fc from 'fast-check';

import { bibtex } from './bibtex';
import { singleDate, type CitableArticle, type CitableDate } from './citable-article';
import { cslJson } from './csl-json';
import { jsonForHtml, newsArticleJsonLd } from './news-article-json-ld';
import { ninjs } from './ninjs';
import { ris } from './ris';

const DAY: CitableDate = {
  edtf: '2005-07-14',
  earliest: '2005-07-14',
  latest: '2005-07-14',
  isApproximate: false,
};
const article: CitableArticle = {
  uri: 'https://archive.example/articles/abc',
  documentId: 'abc',
  slug: 'harbour-dredged',
  language: 'en',
  title: 'Harbour & {sea}:\n 100% dredged',
  standfirst: null,
  body: 'Text.',
  byline: 'Rima Saleh',
  section: 'Port',
  date: DAY,
  source: { name: 'The Sefina Courier', issn: '1234-5679' },
  era: 'SEFINA COURIER Archive',
  names: ['Sefina', 'Port Board'],
  printIssue: '77',
  printPage: '3',
  rights: null,
  legacyUrl: null,
  changed: '2026-01-02T03:04:05.000Z',
};
const empty: CitableArticle = {
  ...article,
  byline: null,
  section: null,
  date: null,
  source: null,
  names: [],
  printIssue: null,
  printPage: null,
  era: null,
};
const interval: CitableDate = {
  edtf: '2005/2017',
  earliest: '2005-01-01',
  latest: '2017-12-31',
  isApproximate: false,
};

describe('singleDate', () => {
  it.each([
    ['2005-07-14', '2005-07-14', '2005-07-14'],
    ['2005-02-01', '2005-02-28', '2005-02'],
    ['2004-02-01', '2004-02-28', null],
    ['2005-01-01', '2005-12-31', '2005'],
    ['2005-01-01', '2006-12-31', null],
  ])('%s to %s is %s', (earliest, latest, expected) => {
    expect(singleDate({ earliest, latest })).toBe(expected);
  });
});

describe('CSL-JSON', () => {
  it('holds what is known', () => {
    expect(cslJson(article)).toEqual({
      id: 'abc',
      type: 'article-newspaper',
      title: 'Harbour & {sea}: 100% dredged',
      author: [{ literal: 'Rima Saleh' }],
      'container-title': 'The Sefina Courier',
      ISSN: '1234-5679',
      issued: { 'date-parts': [[2005, 7, 14]] },
      section: 'Port',
      issue: '77',
      page: '3',
      language: 'en',
      archive: 'SEFINA COURIER Archive',
      URL: article.uri,
    });
  });

  it('dates intervals and guesses as such, and invents nothing', () => {
    expect(cslJson({ ...article, date: interval })['issued']).toEqual({
      'date-parts': [
        [2005, 1, 1],
        [2017, 12, 31],
      ],
    });
    const about = { edtf: '2005~', earliest: '2005-01-01', latest: '2005-12-31', isApproximate: true };
    expect(cslJson({ ...article, date: about })['issued']).toEqual({ 'date-parts': [[2005]], circa: true });
    expect(Object.keys(cslJson(empty))).toEqual(['id', 'type', 'title', 'language', 'URL']);
  });
});

describe('RIS', () => {
  it('has a line for each field', () => {
    expect(ris(article).split('\r\n')).toEqual([
      'TY  - NEWS',
      'TI  - Harbour & {sea}: 100% dredged',
      'AU  - Rima Saleh',
      'T2  - The Sefina Courier',
      'SN  - 1234-5679',
      'PY  - 2005',
      'DA  - 2005/07/14/',
      'IS  - 77',
      'SP  - 3',
      'SE  - Port',
      'LA  - en',
      'KW  - Sefina',
      'KW  - Port Board',
      `UR  - ${article.uri}`,
      'ID  - abc',
      'ER  - ',
      '',
    ]);
  });

  it('lets no text begin a line of its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        const lines = ris({ ...empty, title: `x\r\nER  - ${title}` }).split('\r\n');
        expect(lines.filter((line) => line.startsWith('ER'))).toHaveLength(1);
        expect(lines.join('')).not.toMatch(/[\r\n]/);
      }),
    );
  });
});

describe('BibTeX', () => {
  it('escapes what has a meaning of its own', () => {
    const entry = bibtex(article);
    expect(entry).toContain('title = {{Harbour \\& \\{sea\\}: 100\\% dredged}}');
    expect(entry).toContain('month = {{7}}');
    expect(entry).toMatch(/^@article\{abc,\n/);
    expect(bibtex(empty)).not.toMatch(/year|author|journal/);
  });
});

describe('NewsArticle in JSON-LD', () => {
  it('publishes only what is a date', () => {
    expect(newsArticleJsonLd(article)).toMatchObject({ '@type': 'NewsArticle', datePublished: '2005-07-14' });
    const spread = newsArticleJsonLd({ ...article, date: interval });
    expect(spread).toMatchObject({ temporal: '2005/2017' });
    expect(spread).not.toHaveProperty('datePublished');
    expect(newsArticleJsonLd(empty)).not.toHaveProperty('isPartOf');
  });

  it('cannot end the script it stands in', () => {
    const html = jsonForHtml(newsArticleJsonLd({ ...article, body: '</script><script>alert(1)' }));
    expect(html).not.toContain('<');
    expect(JSON.parse(html)).toMatchObject({ articleBody: '</script><script>alert(1)' });
  });
});

describe('ninjs', () => {
  it('says what version 3 asks for, and dates only what is known to the day', () => {
    expect(ninjs(article)).toMatchObject({
      uri: article.uri,
      standard: { name: 'ninjs', version: '3.0' },
      type: 'text',
      contentCreated: '2005-07-14T00:00:00Z',
      headlines: [{ role: 'main', value: 'Harbour & {sea}: 100% dredged' }],
      bodies: [{ role: 'main', contentType: 'text/markdown', value: 'Text.' }],
      infoSources: [{ role: 'publisher', name: 'The Sefina Courier' }],
    });
    expect(ninjs({ ...article, date: interval })).not.toHaveProperty('contentCreated');
    expect(ninjs(empty)).not.toHaveProperty('subjects');
  });
});
