import { coverageIn } from '../dates/coverage';
import { found, type Found } from '../evidence';
import type { Profile } from '../profiles/profile';
import { locateSpelling } from './locate';

export interface NamesFound {
  readonly source: Found | null;
  readonly era: Found | null;
  readonly coverage: Found | null;
}

const SPELLED = 1;
/** The record does not say it; the profile does. */
const DEFAULTED = 0.8;
const NOWHERE = { start: 0, end: 0 };
/** Years stand beside the era's name: `ASHARQ AL-AWSAT English Archive 2005 -2017`. */
const YEARS_BESIDE = 40;

/** Source, era and its coverage as the profile names them, with the place where the record spells them. */
export function namesByProfile(recordText: string, profile: Profile): NamesFound {
  const { source, era } = profile;
  return {
    source: source === undefined ? null : named(recordText, source.name, source.spellings, 'source'),
    era: era === undefined ? null : named(recordText, era.name, era.spellings, 'era'),
    coverage: coverageOf(recordText, era),
  };
}

function named(text: string, name: string, spellings: readonly string[], what: string): Found {
  const span = locateSpelling(text, [name, ...spellings]);
  if (span === null) return found(name, NOWHERE, `profile:${what}:default`, DEFAULTED);
  return found(name, span, `profile:${what}:spelling`, SPELLED);
}

function coverageOf(text: string, era: Profile['era']): Found | null {
  if (era === undefined) return null;
  const name = locateSpelling(text, [era.name, ...era.spellings]);
  const beside =
    name === null ? null : coverageIn(text.slice(name.start, name.end + YEARS_BESIDE), name.start).coverage;
  if (era.coverage === undefined) return beside;
  if (beside?.value === era.coverage)
    return found(era.coverage, beside.evidence, 'profile:era.coverage:printed', SPELLED);
  return found(era.coverage, name ?? NOWHERE, 'profile:era.coverage:default', DEFAULTED);
}
