import { sampledPage, type SampledPage } from '../../../core/profiles/infer-page';
import { inferProfile, MOST_SAMPLED } from '../../../core/profiles/infer-profile';
import { slugOf } from '../../../core/text/slug';
import type { LearnedAnswer } from '../../../shared/inspection-api';
import type { ParseSettings } from '../import/input/parse-task';
import { sampleRecords } from '../profiles/sample-records';
import { listDump } from './list-dump';

const LONGEST_NAME = 80;

/** The profile of the site that a dump came from, as its pages tell; null where it has no page of text. */
export async function learnProfile(
  paths: readonly string[],
  name: string,
  settings: ParseSettings,
): Promise<LearnedAnswer | null> {
  const pages: SampledPage[] = [];
  for await (const record of sampleRecords(listDump(paths).files, settings, MOST_SAMPLED)) {
    const page = sampledPage(record);
    if (page !== null) pages.push(page);
  }
  if (pages.length === 0) return null;
  return inferProfile(pages, slugOf(name).slice(0, LONGEST_NAME) || 'learned');
}
