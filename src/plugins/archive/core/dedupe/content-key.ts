import type { ArticleFields } from '../draft-article';
import { normalizeSafely } from '../text/stream-safe';

/** What makes two records the same text; where it was published and under which ID does not. */
const FIELDS = ['title', 'body', 'standfirst', 'byline', 'dateText', 'language'] as const;

/**
 * A canonical string for hashing: equal for two records exactly where these fields are equal but for white space and
 * Unicode composition. JSON keeps it unambiguous; the leading version tells keys of later rules apart.
 */
export function contentKey(article: ArticleFields): string {
  return JSON.stringify(['content-1', ...FIELDS.map((field) => canonical(article[field]))]);
}

/** White space that is not a single blank: single blanks are most of it, and stay as they are. */
const UNEVEN_SPACE = /\s{2,}|[^\S ]/g;

/** An empty value is no value. */
function canonical(value: string | null): string | null {
  const normal = normalizeSafely(value ?? '', 'NFC').trim();
  const folded = normal.replace(UNEVEN_SPACE, ' ');
  return folded === '' ? null : folded;
}
