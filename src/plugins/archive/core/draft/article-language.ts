import { found, type Found } from '../evidence';
import { issue, type Issue } from '../issue';
import type { Profile } from '../profiles/profile';
import type { Span } from '../span';
import { languageOf } from '../text/language';
import type { Findings } from './findings';

export interface ArticleLanguage {
  readonly language: Found | null;
  readonly issues: readonly Issue[];
}

const BY_PROFILE = 0.95;
const UNCERTAIN_BELOW = 0.5;
/** From here on a statement is of this very record. */
const SURE = 0.7;
/** The text's own language overrules what is said of the site. */
const CLEAR = 0.7;
const SAMPLE = 5000;

/**
 * The language that the record states, or the profile's, or else the one that title and body are written in. What is
 * stated of a whole site (a system's default that nobody changed) counts only where the text leaves it open.
 */
export function articleLanguage(
  profile: Profile | null,
  { title, body, language: stated }: Pick<Findings, 'title' | 'body' | 'language'>,
): ArticleLanguage {
  if (stated !== null && stated.evidence.confidence >= SURE) return { language: stated, issues: [] };
  const at: Span = body?.evidence ?? title?.evidence ?? { start: 0, end: 0 };
  if (profile?.language !== undefined) {
    return { language: found(profile.language, at, 'profile:language', BY_PROFILE), issues: [] };
  }
  const text = `${title?.value ?? ''}\n${body?.value.slice(0, SAMPLE) ?? ''}`;
  const { language, confidence } = languageOf(text);
  const isOpen = language === null || confidence < CLEAR || stated?.value.startsWith(language) === true;
  if (stated !== null && isOpen) return { language: stated, issues: [] };
  if (language === null) return { language: null, issues: [] };
  const issues = confidence < UNCERTAIN_BELOW ? [issue('language-uncertain', at, language)] : [];
  return { language: found(language, at, 'language:detected', confidence), issues };
}
