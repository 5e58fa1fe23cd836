import type { MediaMention } from '../../../../core/draft-article';
import type { ParsedRecord } from '../input/parsed-record';
import { typeOf, type WritePlan } from '../plan/write-plan';
import type { Value } from '../write/cell-of';
import type { NewRecord } from './create-records';
import { fieldHash } from './hash';

/** A caption as a component holds it. */
export type Caption = Readonly<Record<'text', string> & Record<'language', string | null>>;

/** Name of a caption among the hashes that an import remembers. */
export function captionMark({ text, language }: Caption): string {
  return `caption:${fieldHash([text, language])}`;
}

/** The caption that a record gives a media item; null where it gives none. */
export function captionOf({ draft }: Pick<ParsedRecord, 'draft'>, media: MediaMention): Caption | null {
  return media.caption === null ? null : { text: media.caption, language: draft.article.language };
}

/** A media item that no record knew before, in the attributes of the configured type. */
export function newMedia(
  plan: WritePlan,
  parsed: Pick<ParsedRecord, 'draft'>,
  media: MediaMention,
): NewRecord {
  const { attributes, uid } = plan.content.media ?? { attributes: {}, uid: '' };
  const type = typeOf(plan, uid);
  const values: Record<string, Value> = {};
  const put = (attribute: string | null | undefined, value: string | null) => {
    if (attribute && type.columns[attribute]) values[attribute] = value;
  };
  put(attributes.legacyId, media.legacyId);
  put(attributes.credit, media.credit);
  put(attributes.alternativeText, media.alternativeText);
  put(attributes.originalUrl, media.url);
  put(attributes.state, 'missing');
  const { captions } = attributes;
  const isList = captions ? type.components[captions] !== undefined : false;
  const caption = captionOf(parsed, media);
  if (!isList) put(captions, caption?.text ?? null);
  return {
    name: media.legacyId ?? media.caption ?? 'media',
    values,
    components: captions && isList && caption ? { [captions]: [{ ...caption }] } : {},
    marks: caption ? [captionMark(caption)] : [],
  };
}
