import { foldName } from './fold-name';
import places from './places.json';

const ALL = [...places.continents, ...places.countries, ...places.capitals];

/** Countries, capitals and continents with a Latin spelling, folded. */
export const LATIN_PLACES: ReadonlySet<string> = new Set(ALL.flatMap((place) => place.en.map(foldName)));

/** The same in Arabic, folded. */
export const ARABIC_PLACES: ReadonlySet<string> = new Set(ALL.flatMap((place) => place.ar.map(foldName)));
