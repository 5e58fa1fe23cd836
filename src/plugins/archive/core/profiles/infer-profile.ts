import { afterLabel } from '../fields/after-label';
import { fold } from '../text/fold';
import { learnChrome, type LearnedChrome } from './infer-chrome';
import { learnEnds } from './infer-end';
import { finding, type Finding } from './infer-finding';
import { learnDatelines, learnDateOrder, learnEncoding, learnLanguage } from './infer-habits';
import { learnMarkers } from './infer-markers';
import type { SampledPage } from './infer-page';
import { learnTitle, type LearnedTitle } from './infer-title';
import { profileSchema, type LinePattern, type Profile } from './profile';

export interface LearnedProfile {
  readonly profile: Profile;
  readonly findings: readonly Finding[];
  readonly pages: number;
}

/** So many pages are enough to know a site by, and few enough to hold in memory. */
export const MOST_SAMPLED = 400;

/**
 * Learns the profile of a site from pages of it: what recurs is the site's, what differs is the article's. Every rule
 * comes with how many pages it holds on, for a person to look through before use.
 */
export function inferProfile(pages: readonly SampledPage[], name: string): LearnedProfile {
  const title = learnTitle(pages);
  const { markers, findings: labels } = learnMarkers(pages);
  const chrome = learnChrome(pages, (text) => markers.some(({ label }) => afterLabel(text, label) !== null));
  const { ends, findings: endings } = learnEnds(pages, chrome);
  const datelines = learnDatelines(pages);
  const dates = learnDateOrder(pages);
  const { language, findings: languages } = learnLanguage(pages);
  const { encoding, findings: encodings } = learnEncoding(pages);
  const isEnd = new Set(ends.map(({ equals }) => fold(equals ?? '')));
  const recognise = recognisedBy(title, chrome, pages);
  const profile = profileSchema.parse({
    name,
    version: 1,
    title: title.era?.name ?? title.source?.name ?? name,
    description: `Learned from ${pages.length} pages. Look it through before you trust it.`,
    recognise: recognise.patterns,
    ...defined({ source: title.source, era: title.era, language, encoding, dateOrder: dates.order }),
    headline: { separators: title.separators, siteNames: title.siteNames.slice(0, 50) },
    boilerplate: chrome.patterns.filter(({ equals }) => equals === undefined || !isEnd.has(fold(equals))),
    markers,
    dateline: { separators: datelines.separators },
    end: ends,
  });
  const names = namesFound(title, pages.length);
  return {
    profile,
    pages: pages.length,
    findings: [
      ...recognise.findings,
      ...names,
      ...title.findings,
      ...labels,
      ...datelines.findings,
      ...dates.findings,
      ...languages,
      ...encodings,
      ...endings,
      ...chrome.findings.filter(({ value }) => !isEnd.has(fold(value))),
    ],
  };
}

function defined(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

function namesFound({ source, era }: LearnedTitle, all: number): Finding[] {
  return [
    ...(source === undefined ? [] : [finding('source.name', source.name, all, all)]),
    ...(era === undefined
      ? []
      : [finding('era.name', `${era.name}, ${era.coverage ?? 'no years'}`, all, all)]),
  ];
}

const NEARLY_ALL = 0.95;

/** Pages are known by a site name in them; where titles name none, by two lines that all of them have. */
function recognisedBy(
  title: LearnedTitle,
  { patterns, lines }: LearnedChrome,
  pages: readonly SampledPage[],
) {
  const any: LinePattern[] = (title.era?.spellings ?? title.siteNames)
    .slice(0, 20)
    .map((name) => ({ includes: name }));
  const common =
    any.length > 0 || lines.size === 0
      ? []
      : patterns
          .filter(({ equals }) => equals !== undefined && sharedBy(pages, equals) >= NEARLY_ALL)
          .sort(byLength)
          .slice(0, 2);
  const recognise = { all: common, any };
  const covered = pages.filter(({ blocks }) => {
    const has = ({ equals, includes }: LinePattern) =>
      blocks.some(({ folded }) =>
        equals === undefined ? folded.includes(fold(includes ?? '')) : folded === fold(equals),
      );
    return common.every(has) && (any.length === 0 ? common.length > 0 : any.some(has));
  }).length;
  return {
    patterns: recognise,
    findings: [...any, ...common].map(({ includes, equals }) =>
      finding('recognise', includes ?? equals ?? '', covered, pages.length),
    ),
  };
}

function byLength(one: LinePattern, other: LinePattern): number {
  return (other.equals?.length ?? 0) - (one.equals?.length ?? 0);
}

function sharedBy(pages: readonly SampledPage[], line: string): number {
  const wanted = fold(line);
  return pages.filter(({ blocks }) => blocks.some(({ folded }) => folded === wanted)).length / pages.length;
}
