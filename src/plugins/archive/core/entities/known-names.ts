import type { Candidate, KindCue } from './candidate';
import { foldName } from './fold-name';
import { LATIN_PLACES } from './places';

/** What one text knows of one name, under all its spellings. */
export interface KnownName {
  /** Folded: the same for every spelling. */
  readonly key: string;
  /** In the closed list of countries and capitals. */
  readonly isPlace: boolean;
  /** Sightings where the capital letter proves something. */
  count: number;
  /** The strongest cue for its kind from any sighting. */
  cue: KindCue | null;
}

/** What one text as a whole knows of its names. Filled while its candidates are built, asked afterwards. */
export class KnownNames {
  private readonly byKey = new Map<string, KnownName>();
  /** Spares most sightings the folding. */
  private readonly bySpelling = new Map<string, KnownName>();
  /** Single words of persons' names. */
  private readonly personParts = new Map<string, KindCue>();
  /** Built when a headline first asks. */
  private tokens: ReadonlySet<string> | null = null;

  /** The entry of a name, made at its first sighting. */
  entry(spelling: string): KnownName {
    const seen = this.bySpelling.get(spelling);
    if (seen !== undefined) return seen;
    const key = foldName(spelling);
    const name = this.byKey.get(key) ?? { key, isPlace: LATIN_PLACES.has(key), count: 0, cue: null };
    this.byKey.set(key, name);
    this.bySpelling.set(spelling, name);
    return name;
  }

  /** Counts a sighting unless it proves nothing; keeps its cue if it is the strongest. */
  see(candidate: Candidate): void {
    const { name, cue } = candidate;
    if (candidate.doubtful) return;
    name.count++;
    if (cue !== null && cue.strength > (name.cue?.strength ?? 0)) name.cue = cue;
  }

  /** After all sightings: `Issa` alone is Marwan Issa, once it is clear that he is a person. */
  spreadPersons(candidates: readonly Candidate[]): void {
    for (const { words, first, last, name } of candidates) {
      if (words.length < 2 || name.cue?.kind !== 'person') continue;
      if (first.text.length > 2) this.addPart(foldName(first.text), 0.45);
      this.addPart(foldName(last.text), 0.55);
    }
  }

  private addPart(part: string, strength: number): void {
    if (!this.personParts.has(part)) this.personParts.set(part, { kind: 'person', strength });
  }

  /** The best cue for the kind of a name, from anywhere in the text. */
  cueOf(name: KnownName): KindCue | null {
    const part = this.personParts.get(name.key) ?? null;
    return (part?.strength ?? 0) > (name.cue?.strength ?? 0) ? part : name.cue;
  }

  /** Whether anything but a doubtful sighting speaks for the name. */
  isKnown(name: KnownName): boolean {
    return name.count > 0 || name.isPlace || this.personParts.has(name.key);
  }

  /** Whether a word is part of any name that was seen, or is a known place. */
  hasToken(word: string): boolean {
    this.tokens ??= this.allTokens();
    const folded = this.entry(word).key;
    const tokens = this.tokens;
    return (
      LATIN_PLACES.has(folded) ||
      PLACE_TOKENS.has(folded) ||
      folded.split(' ').every((part) => tokens.has(part))
    );
  }

  private allTokens(): ReadonlySet<string> {
    const tokens = new Set<string>();
    for (const name of this.byKey.values()) {
      if (name.count > 0) for (const token of name.key.split(' ')) tokens.add(token);
    }
    return tokens;
  }
}

/** Words of places with several: a headline may have `Saudi Arabia` where the body has not. */
const PLACE_TOKENS: ReadonlySet<string> = new Set([...LATIN_PLACES].flatMap((place) => place.split(' ')));
