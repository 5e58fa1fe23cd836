import type { PlacedText } from '../../text/placed-text';

/** A value of a page, and where the tag stands that has it. */
export interface TagValue {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

export interface TimeTag extends TagValue {
  readonly role: 'published' | 'modified' | 'unmarked';
}

/** What a page says of itself in its markup, and the page made ready for a tree. */
export interface PageScan {
  /** By `name`, `property` or `itemprop` in lower case. */
  readonly metas: ReadonlyMap<string, readonly TagValue[]>;
  readonly title: PlacedText | null;
  readonly headings: readonly PlacedText[];
  readonly authors: readonly PlacedText[];
  /** Short texts of elements whose class or ID speaks of a date. */
  readonly dateLines: readonly PlacedText[];
  readonly times: readonly TimeTag[];
  /** `<link>` by its relation: canonical, shortlink, amphtml. */
  readonly links: ReadonlyMap<string, TagValue>;
  /** Sources of JSON-LD. */
  readonly jsonLd: readonly TagValue[];
  readonly language: TagValue | null;
  readonly base: string | null;
  /** The page with the place of each tag in an attribute of it, without scripts and the like, of bounded depth. */
  readonly marked: string;
  readonly elements: number;
}

/** Attribute of `marked` that holds the position of a tag in the page. */
export const PLACE_ATTRIBUTE = 'data-archive-at';
