import fc from 'fast-check';

import { draftsOf } from '../drafts-of';
import type { Companions } from '../reader';
import { metsAltoReader } from './mets-alto-reader';

const string = (id: string, content: string, more = '') =>
  `<String ID="${id}" CONTENT="${content}" ${more}/><SP/>`;
const PAGE_1 = `<?xml version="1.0"?><alto><Layout><Page ID="P1"><PrintSpace>
<TextBlock ID="B1"><TextLine ID="L1">${string('s1', 'FARES.')}</TextLine></TextBlock>
<TextBlock ID="B2"><TextLine ID="L2">${string('s2', 'The')}${string('s3', 'fer', 'SUBS_TYPE="HypPart1" SUBS_CONTENT="ferry"')}<HYP CONTENT="-"/></TextLine>
<TextLine ID="L3">${string('s4', 'ry', 'SUBS_TYPE="HypPart2" SUBS_CONTENT="ferry"')}${string('s5', 'is')}${string('s6', 'ex-')}</TextLine>
<TextLine ID="L4">${string('s7', 'pensive.')}</TextLine></TextBlock>
<TextBlock ID="B3"><TextLine ID="L5">${string('s8', 'Nobody')}${string('s9', 'came.')}</TextLine></TextBlock>
</PrintSpace></Page></Layout></alto>`;
const PAGE_2 = `<alto><Layout><Page><PrintSpace><TextBlock ID="B1"><TextLine>${string('t1', 'Nobody')}${string('t2', 'pays.')}</TextLine></TextBlock></PrintSpace></Page></Layout></alto>`;
const METS = `<?xml version="1.0" encoding="UTF-8"?><mets:mets xmlns:mets="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink" OBJID="isle-7">
<mets:dmdSec ID="I"><mods:title>The Isle Courier.</mods:title><mods:dateIssued>1824-02-17</mods:dateIssued></mets:dmdSec>
<mets:dmdSec ID="D1"><mods:title>FARES.</mods:title><mods:languageTerm>en</mods:languageTerm></mets:dmdSec>
<mets:fileSec><mets:file ID="F1"><mets:FLocat xlink:href="p1.xml"/></mets:file><mets:file ID="F2"><mets:FLocat xlink:href="file://./p2.xml"/></mets:file>
<mets:file ID="F3"><mets:FLocat xlink:href="../../etc/p3.xml"/></mets:file></mets:fileSec>
<mets:structMap TYPE="LOGICAL"><mets:div TYPE="ISSUE" DMDID="I"><mets:div ID="a1" TYPE="ARTICLE" DMDID="D1"/>
<mets:div ID="a2" TYPE="ADVERT"><mets:div TYPE="BODY"><mets:fptr><mets:area FILEID="F1" BEGIN="B3"/></mets:fptr></mets:div></mets:div>
<mets:div ID="a3" TYPE="ARTICLE"><mets:fptr><mets:area FILEID="F3" BEGIN="B1"/></mets:fptr></mets:div></mets:div></mets:structMap>
<mets:structMap TYPE="PHYSICAL"><mets:div TYPE="page" ID="pg1"><mets:fptr FILEID="F1"/><mets:div ID="x1"><mets:fptr><mets:area FILEID="F1" BEGIN="s1" END="s7"/></mets:fptr></mets:div></mets:div>
<mets:div TYPE="page" ID="pg2"><mets:fptr FILEID="F2"/></mets:div></mets:structMap>
<mets:structLink><mets:smLinkGrp><mets:smLocatorLink xlink:href="#a1"/><mets:smLocatorLink xlink:href="#x1"/></mets:smLinkGrp>
<mets:smLink xlink:from="a1" xlink:to="pg2"/></mets:structLink></mets:mets>`;

const FILES: Readonly<Record<string, string>> = {
  'issue_mets.xml': METS,
  'p1.xml': PAGE_1,
  'p2.xml': PAGE_2,
};

function beside(own: string, files = FILES): Companions {
  return {
    own,
    names: async () => Object.keys(files),
    read: async (name) => (files[name] === undefined ? null : new TextEncoder().encode(files[name])),
  };
}

test('the logical structure decides the articles, and hyphens are undone', async () => {
  const all = await draftsOf(metsAltoReader, METS, { companions: beside('issue_mets.xml') });
  expect(all.map(({ draft }) => [draft.outcome, draft.article.title, draft.article.body])).toEqual([
    ['article', 'FARES.', 'The ferry is expensive.\n\nNobody pays.'],
    ['article', 'Nobody came.', 'Nobody came.'],
    ['quarantined', null, null],
  ]);
  expect(all[0]?.draft).toMatchObject({
    article: { dateEdtf: '1824-02-17', language: 'en', legacyId: 'isle-7/1824-02-17/a1', section: null },
    source: { name: 'The Isle Courier' },
  });
  expect(all[1]?.draft.article.section).toBe('ADVERT');
  expect(all[1]?.draft.evidence['title']).toMatchObject({ rule: 'mets:first-words', confidence: 0.3 });
  expect(all[2]?.draft.issues[0]).toMatchObject({ code: 'companion-missing', found: '../../etc/p3.xml' });
  const { start, end } = all[0]?.record ?? { start: 0, end: 0 };
  expect(METS.slice(start, end)).toBe('<mets:div ID="a1" TYPE="ARTICLE" DMDID="D1"/>');
});

test('without articles each page is a record', async () => {
  const pages = METS.replace(/ TYPE="(?:ARTICLE|ADVERT)"/g, ' TYPE="CONTENT"');
  const all = await draftsOf(metsAltoReader, pages, { companions: beside('issue_mets.xml') });
  expect(all.map(({ draft }) => draft.article.body)).toEqual([
    'FARES.\n\nThe ferry is expensive.\n\nNobody came.',
    'Nobody pays.',
  ]);
});

test('a page is read once: with the issue that names it, or alone', async () => {
  const [inIssue] = await draftsOf(metsAltoReader, PAGE_1, { companions: beside('p1.xml') });
  expect(inIssue?.draft).toMatchObject({
    outcome: 'rejected',
    issues: [{ code: 'part-of-issue', found: 'issue_mets.xml' }],
  });
  const [alone] = await draftsOf(metsAltoReader, PAGE_1, {
    companions: beside('p1.xml', { 'p1.xml': PAGE_1 }),
  });
  expect(alone?.draft).toMatchObject({
    outcome: 'article',
    article: { body: 'FARES.\n\nThe ferry is expensive.\n\nNobody came.' },
  });
  const [nowhere] = await draftsOf(metsAltoReader, PAGE_2);
  expect(nowhere?.draft.article.body).toBe('Nobody pays.');
});

test('whatever stands in METS and ALTO: no throw, spans in their records', async () => {
  const pieces = (METS + PAGE_1).split(/(?=<)/);
  const soup = fc.array(fc.constantFrom(...pieces, '<alto>', '</mets:div>', '\0', 'x'), { maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom('<mets:mets>', '<alto>'), soup, soup, async (root, own, page) => {
      const companions = beside('a_mets.xml', { 'p1.xml': page.join(''), 'p2.xml': PAGE_2 });
      for (const { record, draft } of await draftsOf(metsAltoReader, root + own.join(''), { companions })) {
        for (const span of [...Object.values(draft.evidence), ...draft.entities]) {
          expect(span.start >= 0 && span.start <= span.end && span.end <= record.text.length).toBe(true);
        }
      }
    }),
    { numRuns: 200 },
  );
});

test('is recognised by its root', () => {
  const judge = (text: string) => metsAltoReader.recognises(new TextEncoder().encode(text), 'x');
  expect([judge(METS), judge(PAGE_1), judge('<html><mets/>')]).toEqual([1, 1, 0]);
});
