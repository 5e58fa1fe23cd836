import { NO_FIELDS, type DraftArticle } from '../draft-article';
import { issue } from '../issue';
import { correctDraft } from './correct-draft';

const found = { start: 3, end: 9, rule: 'title:suffix', confidence: 0.9 };
const draft: DraftArticle = {
  outcome: 'quarantined',
  profile: null,
  article: { ...NO_FIELDS, title: 'Ferry sails', dateEdtf: '2005/2017', dateBasis: 'era' },
  bodyMarkdown: null,
  tags: [],
  otherUrls: [],
  unpublished: false,
  source: { name: null },
  era: { name: null, coverage: null },
  media: [],
  entities: [],
  evidence: { title: found },
  dates: { candidates: [], notAfter: null },
  issues: [issue('body-empty', found, '')],
};

describe('correctDraft', () => {
  it('makes an article of a record that got its body, and says who gave it', () => {
    const corrected = correctDraft(draft, { body: ' The ferry sails again. \n' });
    expect(corrected).toMatchObject({
      outcome: 'article',
      article: { title: 'Ferry sails', body: 'The ferry sails again.', dateBasis: 'era' },
      evidence: { title: found, body: { rule: 'editor', confidence: 1, start: 0, end: 0 } },
      issues: draft.issues,
    });
  });

  it('leaves a record without a headline or a body where it is', () => {
    expect(correctDraft(draft, { title: 'Ferry' }).outcome).toBe('quarantined');
    expect(correctDraft(draft, { title: ' ', body: 'Text.' }).outcome).toBe('quarantined');
  });

  it('takes a date as inferred, and an emptied one as unknown', () => {
    expect(correctDraft(draft, { dateEdtf: '2006-03' }).article.dateBasis).toBe('inferred');
    expect(correctDraft(draft, { dateEdtf: '' }).article).toMatchObject({
      dateEdtf: null,
      dateBasis: 'unknown',
    });
  });

  it('drops the markup of a body that was replaced, and only then', () => {
    const marked = { ...draft, article: { ...draft.article, body: 'Old' }, bodyMarkdown: '*Old*' };
    expect(correctDraft(marked, { body: 'New' }).bodyMarkdown).toBeNull();
    expect(correctDraft(marked, { title: 'New' }).bodyMarkdown).toBe('*Old*');
  });
});
