import type { EntityMention } from '../draft-article';
import { arabicMentions } from './arabic-mentions';
import { datelineMentions } from './dateline-mentions';
import { withoutIgnored } from './ignored-names';
import { latinMentions } from './latin-mentions';
import { scanWords } from './scan-words';

/** Where to look in a decoded record, and what is known of it. */
export interface MentionOptions {
  /** UTF-16 units of the record, half-open. */
  readonly from: number;
  readonly to: number;
  /** BCP 47, null when unknown. */
  readonly language: string | null;
  /** The dateline as found: `Riyadh`, `BEIRUT, Reuters`. */
  readonly dateline?: string | null;
  /** Names that are no entities here: the paper's own. */
  readonly ignore?: readonly string[];
}

/**
 * The names in `[from, to)` of a record, sorted by start and not overlapping, with positions in the whole record:
 * `text.slice(start, end) === mention.text`. Works without a gazetteer, from capitals (or Arabic head words), cues and
 * the text's own repetitions. `kind` is null where no cue tells it. Linear; never throws for bad input.
 */
export function mentionsIn(text: string, options: MentionOptions): EntityMention[] {
  const from = Math.max(0, options.from);
  const to = Math.min(text.length, options.to);
  const ignore = options.ignore ?? [];
  const scanned = scanWords(text, from, to);
  const words = withoutIgnored(scanned.words, ignore);
  const found = latinMentions(text, scanned, words, { from, to });
  // German writes every noun with a capital: only what a cue speaks for is a name.
  const latin = isGerman(options.language) ? found.filter((mention) => mention.kind !== null) : found;
  const arabic = scanned.hasArabic ? arabicMentions(text, from, to, ignore) : [];
  const dateline = datelineMentions(text, from, to, options.dateline ?? null, ignore);
  return withoutOverlaps([...dateline, ...latin, ...arabic]);
}

function isGerman(language: string | null): boolean {
  return language !== null && language.toLowerCase().split('-')[0] === 'de';
}

/** Sorts by start; of two that overlap the surer one stays, then the longer. */
export function withoutOverlaps(mentions: readonly EntityMention[]): EntityMention[] {
  const sorted = [...mentions].sort(
    (a, b) => a.start - b.start || b.confidence - a.confidence || b.end - a.end,
  );
  const kept: EntityMention[] = [];
  for (const mention of sorted) {
    const last = kept.at(-1);
    if (last === undefined || mention.start >= last.end) kept.push(mention);
    else if (mention.confidence > last.confidence) kept[kept.length - 1] = mention;
  }
  return kept;
}
