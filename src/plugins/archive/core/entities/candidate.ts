import type { EntityKind } from '../draft-article';
import type { CapitalWord } from './capital-word';
import type { KnownName } from './known-names';

/** What speaks for a kind, and how strongly (0 to 1). */
export interface KindCue {
  readonly kind: EntityKind;
  readonly strength: number;
}

/** A run of words that may be a mention, before the text as a whole has been asked. */
export interface Candidate {
  /** At least one. */
  readonly words: readonly CapitalWord[];
  readonly first: CapitalWord;
  readonly last: CapitalWord;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** What the text knows of this name, shared by all its sightings. */
  readonly name: KnownName;
  readonly titled: boolean;
  /** Opens a sentence and has one word, so its capital proves nothing. */
  readonly doubtful: boolean;
  /** What this sighting tells of the kind. */
  readonly cue: KindCue | null;
}

/** A candidate whose kind has not been asked for. */
export type Uncued = Omit<Candidate, 'cue'>;
