import { coverageIn } from '../dates/coverage';
import { found, type Found } from '../evidence';
import { fold } from '../text/fold';
import type { Block } from './block';
import { locateInBlock } from './locate';
import { wordsOf } from './name-words';
import { COMMON_SEPARATORS } from './page-title';

/** What a page title is made of, as far as the page itself tells. */
export interface TitleCut {
  readonly headline: string;
  /** The site's name, or that of its archive; null where the title has one part only. */
  readonly site: string | null;
  /** The headline stands a second time on the page, as a line of its own. */
  readonly repeated: boolean;
}

const MOST_SITE_WORDS = 8;

/**
 * Cuts `HEADLINE | SITE` (or `SITE | HEADLINE`) without knowing the site. A part that stands elsewhere on the page as
 * a line of its own is the headline; of several the one with most prose below it, since menus follow a site's name.
 * Else the last separator parts headline and site. `proseBelow` tells how much prose follows where a folded text
 * stands as a line of its own; null where it does not.
 */
export function cutTitle(title: string, proseBelow: (folded: string) => number | null): TitleCut {
  const cuts = cutsOf(title);
  const whole = { headline: title, site: null };
  const repeated = [whole, ...cuts].flatMap((cut) => {
    const prose = proseBelow(fold(cut.headline));
    return prose === null ? [] : [{ ...cut, prose }];
  });
  repeated.sort((one, other) => other.prose - one.prose || other.headline.length - one.headline.length);
  const [best] = repeated;
  if (best !== undefined && isHeadline(best.headline, best.site)) {
    return { headline: best.headline, site: best.site, repeated: true };
  }
  return { ...(cuts.find(({ headline, site }) => isLikely(headline, site)) ?? whole), repeated: false };
}

/** The site's name may be all that is repeated: `Palestine Today | Hamas Leaders Meet in Damascus`. */
function isHeadline(headline: string, site: string | null): boolean {
  return site === null || headline.length * 2 >= site.length || wordsOf(headline).length >= 4;
}

function isLikely(headline: string, site: string): boolean {
  return (
    wordsOf(site).length <= MOST_SITE_WORDS &&
    (wordsOf(headline).length >= 3 || headline.length > site.length)
  );
}

interface Cut {
  readonly headline: string;
  readonly site: string;
}

/** Every cut into headline and site: at each separator, from the last; each with the headline left, then right. */
function cutsOf(title: string): Cut[] {
  const places = COMMON_SEPARATORS.flatMap((separator, strength) => placesOf(title, separator, strength));
  places.sort((one, other) => one.strength - other.strength || other.at - one.at);
  const pairs = places
    .slice(0, 20)
    .map(({ at, length }) => [title.slice(0, at).trim(), title.slice(at + length).trim()]);
  const left = pairs.map(([before = '', after = '']) => ({ headline: before, site: after }));
  const right = pairs.map(([before = '', after = '']) => ({ headline: after, site: before }));
  return [...left, ...right].filter(({ headline, site }) => headline !== '' && site !== '');
}

function placesOf(title: string, separator: string, strength: number) {
  const places: { at: number; length: number; strength: number }[] = [];
  for (
    let at = title.indexOf(separator);
    at >= 0 && places.length < 10;
    at = title.indexOf(separator, at + 1)
  ) {
    places.push({ at, length: separator.length, strength });
  }
  return places;
}

export interface SiteNames {
  readonly source: Found | null;
  readonly era: Found | null;
  readonly coverage: Found | null;
}

/**
 * `ASHARQ AL-AWSAT English Archive 2005 -2017` names an era and its years; `The Daily Quay` a source. `site` stands
 * in `block`.
 */
export function siteNames(recordText: string, block: Block, site: string | null): SiteNames {
  if (site === null) return { source: null, era: null, coverage: null };
  const at = locateInBlock(recordText, block, site);
  const { coverage } = coverageIn(recordText.slice(at.start, at.end), at.start);
  if (coverage === null) return { source: found(site, at, 'title:site', 0.6), era: null, coverage: null };
  const before = recordText.slice(at.start, coverage.evidence.start);
  const name = before.replace(/[\s(,|–-]+$/u, '').replace(/\s+/g, ' ');
  if (name === '') return { source: null, era: null, coverage };
  const era = found(name, { start: at.start, end: at.start + before.trimEnd().length }, 'title:era', 0.7);
  return { source: null, era, coverage };
}
