import type { Found } from '../evidence';

/** `By Ann Roe` -> `Ann Roe`: the word is the paper's, not the name's. */
const OPENING = /^(?:by|von|par|por|di|door|بقلم)\s*:?\s+(?=\S)/i;

/** The byline without the word that opens it. */
export function bylineValue(byline: Found | null): Found | null {
  return byline === null ? null : { ...byline, value: byline.value.replace(OPENING, '') };
}
