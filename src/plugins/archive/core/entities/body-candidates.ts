import { isAcronymOf } from './acronyms';
import type { Candidate, KindCue } from './candidate';
import type { CapitalWord } from './capital-word';
import { kindCue } from './kind-cues';
import type { KnownName, KnownNames } from './known-names';
import type { NameRun } from './name-run';

const LONGEST_RUN = 12;
const LONGEST_NAME = 160;
/** A cue this strong is not asked for again at the next sighting of the name. */
const SETTLED = 0.6;

/** Makes candidates of words, each with the cue for its kind. */
export class CandidateBuilder {
  constructor(
    private readonly text: string,
    private readonly from: number,
    private readonly to: number,
    private readonly known: KnownNames,
  ) {}

  /** None for no words, and for what is too long to be a name. */
  build(words: readonly CapitalWord[], titled: boolean, cue?: KindCue): readonly Candidate[] {
    const first = words[0];
    const last = words.at(-1);
    if (first === undefined || last === undefined || last.end - first.start > LONGEST_NAME) return [];
    const { start } = first;
    const { end } = last;
    const text = first === last ? first.text : this.text.slice(start, end);
    const name = this.known.entry(text);
    const doubtful = first === last && first.opens && !titled;
    const uncued = { words, first, last, start, end, text, name, titled, doubtful };
    const settled = (name.cue?.strength ?? 0) >= SETTLED ? name.cue : null;
    const kind = cue ?? settled ?? kindCue(this.text, uncued, this.from, this.to);
    return [{ words, first, last, start, end, text, name, titled, doubtful, cue: kind }];
  }

  /** What the text knows of the name that the words spell. */
  nameOf(words: readonly CapitalWord[]): KnownName {
    const first = words[0];
    const last = words.at(-1);
    return this.known.entry(
      first === undefined || last === undefined ? '' : this.text.slice(first.start, last.end),
    );
  }
}

/** Candidates outside headlines; a long form and its acronym in brackets vouch for each other. */
export function bodyCandidates(
  text: string,
  runs: readonly NameRun[],
  builder: CandidateBuilder,
  known: KnownNames,
): Candidate[] {
  const candidates: Candidate[] = [];
  let tiedToLast = false;
  runs.forEach((run, at) => {
    const next = runs[at + 1];
    const tied = next !== undefined && isAcronymOf(text, run, next);
    const cue: KindCue | undefined = tied || tiedToLast ? { kind: 'organization', strength: 0.9 } : undefined;
    tiedToLast = tied;
    if (inHeading(run)) return;
    for (const candidate of builder.build(run.words, run.titled, cue)) {
      candidates.push(candidate);
      known.see(candidate);
    }
  });
  return candidates;
}

/** Capitals that prove nothing: a headline, or more words in a row than any name has. */
export function inHeading(run: NameRun): boolean {
  return run.words[0]?.heading === true || run.words.length > LONGEST_RUN;
}
