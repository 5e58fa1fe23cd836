import { fewestPages, finding, type Finding } from './infer-finding';
import type { LearnedChrome } from './infer-chrome';
import type { SampledPage } from './infer-page';
import type { LinePattern } from './profile';

const LEAST_SHARE = 0.3;
const LEAST_SURE = 0.95;
const MOST_ENDS = 20;

interface Counts {
  text: string;
  pages: number;
  ends: number;
}

/**
 * Lines under which no page has a paragraph any more, while all have paragraphs above: `Related stories`. Under them
 * stand links that differ from page to page, so they cannot be left out one by one.
 */
export function learnEnds(
  pages: readonly SampledPage[],
  chrome: LearnedChrome,
): { readonly ends: readonly LinePattern[]; readonly findings: readonly Finding[] } {
  const counts = new Map<string, Counts>();
  for (const page of pages) countEnds(page, chrome, counts);
  const fewest = fewestPages(pages.length, LEAST_SHARE);
  const able = new Set(
    [...counts]
      .filter(([, { pages: count, ends }]) => count >= fewest && ends >= count * LEAST_SURE)
      .map(([folded]) => folded),
  );
  const first = firstOnSomePage(pages, able);
  const sure = [...counts]
    .filter(([folded]) => first.has(folded))
    .map(([, one]) => one)
    .sort((one, other) => other.pages - one.pages)
    .slice(0, MOST_ENDS);
  return {
    ends: sure.map(({ text }) => ({ equals: text })),
    findings: sure.map(({ text, ends }) => finding('end', text, ends, pages.length)),
  };
}

/** What always stands below another such line never ends anything. */
function firstOnSomePage(pages: readonly SampledPage[], able: ReadonlySet<string>): ReadonlySet<string> {
  const first = pages.map(({ blocks }) => blocks.find(({ folded }) => able.has(folded))?.folded);
  return new Set(first.filter((folded) => folded !== undefined));
}

function countEnds({ blocks, prose }: SampledPage, chrome: LearnedChrome, counts: Map<string, Counts>): void {
  const isOwn = (index: number) => prose[index] === true && !chrome.lines.has(blocks[index]?.folded ?? '');
  let first = blocks.findIndex((_, index) => isOwn(index));
  let last = blocks.length - 1;
  while (last >= 0 && !isOwn(last)) last -= 1;
  if (first < 0) first = blocks.length;
  const seen = new Set<string>();
  blocks.forEach(({ folded, text }, index) => {
    if (!chrome.lines.has(folded) || seen.has(folded)) return;
    seen.add(folded);
    const known = counts.get(folded) ?? { text, pages: 0, ends: 0 };
    known.pages += 1;
    if (index > last && index > first) known.ends += 1;
    counts.set(folded, known);
  });
}
