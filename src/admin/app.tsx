/** The languages of the admin besides English. */
export default {
  config: { locales: ['ar', 'fr'] },
};
