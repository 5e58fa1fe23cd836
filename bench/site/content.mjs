/** The site's content types that the benchmark writes. */
export const ARTICLE = 'api::article.article';

export const TARGETS = {
  source: 'api::source.source',
  era: 'plugin::archive.era',
  entities: 'api::entity.entity',
  mediaItems: 'api::media-item.media-item',
};
