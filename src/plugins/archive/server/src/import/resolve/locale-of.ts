import type { WritePlan } from '../plan/write-plan';

/** The configured locale for a language (BCP 47): mapped, equal, or a regional form of it; null for none. */
export function localeOf(language: string, { codes, byLanguage }: WritePlan['locales']): string | null {
  const mapped = byLanguage[language];
  if (mapped !== undefined) return codes.includes(mapped) ? mapped : null;
  return (
    codes.find((code) => code === language) ?? codes.find((code) => code.startsWith(`${language}-`)) ?? null
  );
}
