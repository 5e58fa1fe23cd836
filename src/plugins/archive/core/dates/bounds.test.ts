import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isValid } from '@edtf-ts/core';
import { boundsOf, isEdtf } from './bounds';

const CASES: readonly (readonly [edtf: string, earliest: string | null, latest: string | null])[] = [
  ['2016-07-14', '2016-07-14', '2016-07-14'],
  ['2016-07', '2016-07-01', '2016-07-31'],
  ['2016', '2016-01-01', '2016-12-31'],
  ['2016-02', '2016-02-01', '2016-02-29'],
  ['2015-02', '2015-02-01', '2015-02-28'],
  ['2016-07-14T10:22:00+03:00', '2016-07-14', '2016-07-14'],
  ['2016-07~', '2016-07-01', '2016-07-31'],
  ['2016-07-14?', '2016-07-14', '2016-07-14'],
  ['?2004-06-~11', '2004-06-11', '2004-06-11'],
  ['2005/2017', '2005-01-01', '2017-12-31'],
  ['2005-06~/2017-02%', '2005-06-01', '2017-02-28'],
  ['2005/..', '2005-01-01', null],
  ['../2017', null, '2017-12-31'],
  ['/2017-03', null, '2017-03-31'],
  ['2005/', '2005-01-01', null],
  ['../..', null, null],
  ['201X', '2010-01-01', '2019-12-31'],
  ['20XX', '2000-01-01', '2099-12-31'],
  ['XXXX', null, null],
  ['XXXX-12', null, null],
  ['2016-XX', '2016-01-01', '2016-12-31'],
  ['2016-1X', '2016-10-01', '2016-12-31'],
  ['2015-XX-31', '2015-01-31', '2015-12-31'],
  ['201X-02-29', '2012-02-29', '2016-02-29'],
  ['2016-02-X9', '2016-02-09', '2016-02-29'],
  ['2015-02-X9', '2015-02-09', '2015-02-19'],
  ['2016-21', '2016-03-01', '2016-05-31'],
  ['2016-24', '2016-12-01', '2017-02-28'],
  ['2015-24~', '2015-12-01', '2016-02-29'],
  ['2016-25', '2016-03-01', '2016-05-31'],
  ['2016-29', '2016-09-01', '2016-11-30'],
  ['201X-34', '2010-04-01', '2019-06-30'],
  ['2016-41', '2016-07-01', '2016-12-31'],
  ['1950S2', '1900-01-01', '1999-12-31'],
  ['[2009-03-04,2009-04-03]', '2009-03-04', '2009-04-03'],
  ['{1667,1668,1670..1672}', '1667-01-01', '1672-12-31'],
  ['[1999,1995-03,1997]', '1995-03-01', '1999-12-31'],
  ['[..1983-12]', null, '1983-12-31'],
  ['[1960..]', '1960-01-01', null],
  ['0000', null, null],
  ['-0044-03-15', null, null],
  ['-0100/1900', null, '1900-12-31'],
  ['Y20160', null, null],
  ['9999-24', '9999-12-01', null],
];

const REFUSED = [
  '',
  ' 2016',
  '2016 ',
  '2015-02-29',
  '2016-02-30',
  '2016-13',
  '2016-00',
  '2016-02-3X',
  '2001-02-29/2002',
  '2017/2005',
  '2016-02-10/2016-02',
  '2005/2017/2018',
  '/',
  '20XX-02-30',
  '2XX1-02-29',
  '-0000',
  '[2005, 2006]',
  '[2006..2005]',
  '[]',
  '[..]',
  '[2005}',
  '2004-01-01T10:10:10-05:60',
  '2004-01-01T24:10:10Z',
  '2004-01-01T10:10:10Z/2005',
  'Y2006',
  '2016-42',
  'unknown',
  '٢٠١٦',
];

describe('boundsOf', () => {
  it.each(CASES)('reads %s', (edtf, earliest, latest) => {
    expect(boundsOf(edtf)).toEqual({ earliest, latest });
  });

  it.each(REFUSED)('refuses "%s"', (text) => {
    expect(boundsOf(text)).toBeNull();
  });

  it('refuses 1 MB of anything', () => {
    for (const part of ['1', 'X', '-', '[', '..', '/', '2016,', '?', 'Y1E']) {
      expect(boundsOf(part.repeat(1_000_000 / part.length))).toBeNull();
      expect(boundsOf(`[${part.repeat(1_000_000 / part.length)}]`)).toBeNull();
    }
  });
});

const CORPUS = join(__dirname, '../../../../../../shared/corpus/edtf-validate/cases.json');
const absent = !existsSync(CORPUS) && process.env.CI === undefined;
if (absent) console.info(`skipped: the EDTF cases are not at ${CORPUS}`);

(absent ? describe.skip : describe)('the EDTF cases of the corpus', () => {
  it('agrees with every one', () => {
    const groups: unknown = JSON.parse(readFileSync(CORPUS, 'utf8'));
    const cases = Object.entries(groups ?? {}).flatMap(([group, texts]: [string, unknown]) =>
      (Array.isArray(texts) ? texts : []).map((text: unknown) => ({
        text: String(text),
        valid: !group.startsWith('invalid'),
      })),
    );
    expect(cases.length).toBeGreaterThan(150);
    const libraryWrong = cases.filter(({ text, valid }) => isValid(text) !== valid);
    console.info(`EDTF cases: ${cases.length}; the library alone gets ${libraryWrong.length} wrong`);
    expect(cases.filter(({ text, valid }) => isEdtf(text) !== valid)).toEqual([]);
  });
});
