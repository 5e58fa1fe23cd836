import { PLUGIN_ID } from '../plugin-id';

type Messages = Readonly<Record<string, string>>;

/** The languages that the plugin speaks; the admin falls back to English for all others. */
const LANGUAGES: Readonly<Record<string, () => Promise<{ readonly messages: Messages }>>> = {
  en: () => import('./en'),
  ar: () => import('./ar'),
  fr: () => import('./fr'),
};

/** Texts of each language that the admin is configured for, under the plugin's name. */
export async function readTranslations(locales: readonly string[]) {
  return Promise.all(
    locales.map(async (locale) => {
      const messages = (await LANGUAGES[locale]?.())?.messages ?? {};
      const data = Object.fromEntries(
        Object.entries(messages).map(([key, text]) => [`${PLUGIN_ID}.${key}`, text]),
      );
      return { data, locale };
    }),
  );
}
