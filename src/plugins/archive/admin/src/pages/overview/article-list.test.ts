import { articleList, withinYear } from './article-list';

describe('articleList', () => {
  it('opens the list of all articles', () => {
    expect(articleList('api::article.article', [])).toBe(
      '/content-manager/collection-types/api::article.article?page=1',
    );
  });

  it('narrows it by every condition, and to a language', () => {
    const address = articleList('api::story.story', [['era.documentId', '$eq', 'a b&c']], 'ar');
    expect(address).toBe(
      '/content-manager/collection-types/api::story.story?page=1&filters[$and][0][era][documentId][$eq]=a%20b%26c&plugins[i18n][locale]=ar',
    );
  });

  it('takes a year by the bounds of the date', () => {
    expect(withinYear(987)).toEqual([
      ['dateEarliest', '$gte', '0987-01-01'],
      ['dateLatest', '$lte', '0987-12-31'],
    ]);
  });
});
