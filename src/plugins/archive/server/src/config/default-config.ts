import type { ArchiveConfig } from './archive-config';

const named = (...names: string[]) => Object.fromEntries(names.map((name) => [name, name]));

/** Fits this project's own content types; another project names its own in `config/plugins.ts`. */
export const defaultConfig: ArchiveConfig = {
  content: {
    article: {
      uid: 'api::article.article',
      attributes: named(
        'title',
        'slug',
        'body',
        'kicker',
        'standfirst',
        'byline',
        'dateline',
        'section',
        'tags',
        'wordCount',
        'source',
        'entities',
        'mediaItems',
        'variantOf',
        'variantReason',
      ),
    },
    source: { uid: 'api::source.source', attributes: named('name', 'names', 'slug', 'kind', 'homepage') },
    entity: {
      uid: 'api::entity.entity',
      attributes: named('name', 'names', 'slug', 'kind', 'reviewState', 'mergedInto'),
    },
    media: {
      uid: 'api::media-item.media-item',
      attributes: named('legacyId', 'captions', 'credit', 'alternativeText', 'originalUrl', 'state'),
    },
  },
  locales: {},
  publicRead: false,
  searchesAMinute: 600,
  profiles: './profiles',
  importRoots: [],
  uploadFolder: './.tmp/archive-uploads',
  uploadMaxBytes: 64 * 1024 ** 3,
  uploadRetentionHours: 24,
  articleUrl: null,
  repository: { name: 'News archive', adminEmail: null, naan: null },
  vault: { folder: './.archive-vault', uploads: 'copy', paths: 'reference' },
};
