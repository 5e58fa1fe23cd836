import type { MediaMention } from '../draft-article';
import type { Found } from '../evidence';
import type { Marked } from './markers';

export type MediaField = keyof MediaMention;
export const MEDIA_FIELDS: readonly MediaField[] = [
  'legacyId',
  'caption',
  'credit',
  'url',
  'alternativeText',
];

/** One picture as the record speaks of it, each value with its evidence. */
export type MediaFound = Readonly<Record<MediaField, Found | null>>;

/** Groups marked values into media items, in order: a field that comes again opens the next item. */
export function mediaOf(marked: readonly Marked[]): MediaFound[] {
  const items: Partial<Record<MediaField, Found | null>>[] = [];
  for (const { field, value } of marked) {
    const name = MEDIA_FIELDS.find((known) => field === `media.${known}`);
    if (name === undefined) continue;
    const last = items.at(-1);
    if (last === undefined || name in last) items.push({ [name]: value });
    else last[name] = value;
  }
  return items
    .map(({ legacyId = null, caption = null, credit = null, url = null, alternativeText = null }) => ({
      legacyId,
      caption,
      credit,
      url,
      alternativeText,
    }))
    .filter((item) => MEDIA_FIELDS.some((field) => item[field] !== null));
}
