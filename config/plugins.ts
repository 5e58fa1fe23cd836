import type { Core } from '@strapi/strapi';

export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Plugin => ({
  archive: {
    enabled: true,
    resolve: './src/plugins/archive',
    config: {
      // Off unless asked for: `npm run demo` sets it. See docs/security.md.
      publicRead: env.bool('ARCHIVE_PUBLIC_READ', false),
      searchesAMinute: env.int('ARCHIVE_SEARCHES_A_MINUTE', 600),
      profiles: './profiles',
      // Folders below which a job may be started over HTTP; none by default.
      importRoots: env.array('ARCHIVE_IMPORT_ROOTS', []),
      repository: {
        name: env('ARCHIVE_NAME', 'News archive'),
        adminEmail: env('ARCHIVE_ADMIN_EMAIL') ?? null,
        // Addresses of articles are ARKs where the archive was assigned a number. See docs/standards.md.
        naan: env('ARCHIVE_NAAN') ?? null,
      },
      vault: {
        folder: env('ARCHIVE_VAULT', './.archive-vault'),
        uploads: 'copy',
        paths: env('ARCHIVE_VAULT_PATHS', 'reference'),
      },
    },
  },
  graphql: {
    enabled: true,
    config: {
      shadowCRUD: true,
      depthLimit: 8,
      defaultLimit: 25,
      maxLimit: 100,
      apolloServer: { introspection: true },
    },
  },
  'users-permissions': {
    config: { jwtSecret: env('JWT_SECRET') },
  },
});
