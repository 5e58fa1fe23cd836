import { NO_FIELDS, type ArticleFields } from '../draft-article';
import { contentKey } from './content-key';

const ARTICLE: ArticleFields = {
  ...NO_FIELDS,
  title: 'New Ferry',
  body: 'It sails.\n\nAt last.',
  language: 'en',
};

describe('contentKey', () => {
  it('is the same but for white space, composition and where the text was published', () => {
    const same: ArticleFields = {
      ...ARTICLE,
      title: ' New\u00a0Ferry ',
      body: 'It sails.\r\n At  last.\n',
      byline: '  ',
      legacyId: '7',
      legacyUrl: 'https://paper.example/7',
      section: 'Harbour',
      dateEdtf: '2009',
    };
    expect(contentKey(same)).toBe(contentKey(ARTICLE));
    expect(contentKey({ ...ARTICLE, title: 'Cafe\u0301' })).toBe(
      contentKey({ ...ARTICLE, title: 'Caf\u00e9' }),
    );
  });

  it.each(['title', 'body', 'standfirst', 'byline', 'dateText', 'language'] as const)(
    'differs by %s',
    (field) => {
      expect(contentKey({ ...ARTICLE, [field]: 'other' })).not.toBe(contentKey(ARTICLE));
    },
  );

  it('keeps fields apart whatever they hold', () => {
    const keys = [
      { title: 'a b', body: null },
      { title: 'a', body: 'b' },
      { title: null, body: 'a b' },
      { title: 'a","b', body: null },
      { title: 'null', body: null },
      { title: null, body: null },
    ].map((fields) => contentKey({ ...NO_FIELDS, ...fields }));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('has the form that stored hashes rely on', () => {
    expect(contentKey(ARTICLE)).toBe('["content-1","New Ferry","It sails. At last.",null,null,null,"en"]');
  });

  it('reads a megabyte of white space', () => {
    expect(contentKey({ ...ARTICLE, body: `a${' \n'.repeat(500_000)}b` })).toContain('"a b"');
    expect(contentKey({ ...ARTICLE, body: '\u0301\u0323'.repeat(500_000) }).length).toBeGreaterThan(
      1_000_000,
    );
  });
});
