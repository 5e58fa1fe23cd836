import type { Evidence } from '../../../core/evidence';
import type { ParseLine } from '../../../shared/parse-line';

/** A value of the article to be, with where it was taken from. */
export interface PreviewField {
  /** Key of `evidence`, and of the field's name in `field.*`. */
  readonly key: string;
  readonly name: FieldName;
  readonly value: string;
  readonly evidence: Evidence | null;
}

export const FIELD_NAMES = [
  'kicker',
  'title',
  'standfirst',
  'byline',
  'dateline',
  'dateEdtf',
  'section',
  'source',
  'era',
  'language',
  'legacyId',
  'legacyUrl',
  'media',
  'body',
] as const;
export type FieldName = (typeof FIELD_NAMES)[number];

/** What the article has, in the order in which it is read; fields that nothing was found for are left out. */
export function previewFields({ article, source, era, media, evidence }: ParseLine): PreviewField[] {
  const field = (name: FieldName, value: string | null, key: string = name): PreviewField[] =>
    value === null ? [] : [{ key, name, value, evidence: evidence[key] ?? null }];
  const pictures = media.flatMap(({ legacyId, caption, credit, url }, index) => {
    const key = ['caption', 'legacyId', 'credit', 'url']
      .map((part) => `media.${index}.${part}`)
      .find((one) => one in evidence);
    const value = [caption, credit, legacyId, url].filter((part) => part !== null).join(' · ');
    return field('media', value, key ?? `media.${index}`);
  });
  return FIELD_NAMES.flatMap((name) => {
    if (name === 'media') return pictures;
    if (name === 'source') return field(name, source.name);
    if (name === 'era') {
      return field(name, era.name === null ? null : [era.name, era.coverage].filter(Boolean).join(', '));
    }
    return field(name, article[name]);
  });
}
