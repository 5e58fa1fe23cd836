import type { PlacedText } from '../text/placed-text';

/** A stretch of a paragraph with one look; its text has its place in the record. */
export interface Run {
  readonly placed: PlacedText;
  readonly strong: boolean;
  readonly emphasis: boolean;
  /** A safe address, as `safeLink` gives it; null for text that is no link. */
  readonly link: string | null;
}

/** What a paragraph stands in: a quotation, or the so-many-eth item of a list. */
export type Container =
  | { readonly kind: 'quote'; readonly id: number }
  | { readonly kind: 'item'; readonly ordered: boolean; readonly number: number; readonly id: number };

/** A paragraph, heading, preformatted text or a rule between two of them. Line ends in it are breaks. */
export interface Block {
  readonly kind: 'paragraph' | 'heading' | 'preformatted' | 'rule';
  /** 1 to 6 for a heading, otherwise 0. */
  readonly level: number;
  readonly containers: readonly Container[];
  readonly runs: readonly Run[];
}

/** A picture, sound or film that the markup shows. */
export interface ShownMedia {
  readonly kind: 'image' | 'audio' | 'video' | 'gallery';
  /** As written; null where only an ID is known. */
  readonly url: string | null;
  readonly legacyId: string | null;
  readonly alternativeText: string | null;
  readonly caption: PlacedText | null;
  /** Place of its tag in the record. */
  readonly start: number;
  readonly end: number;
}

/** Text with paragraphs and looks, in the order of the source; no tree, so no depth can hurt. */
export interface RichText {
  readonly blocks: readonly Block[];
  readonly media: readonly ShownMedia[];
}
