import type { ParseOutcome } from '../../../core/outcome';
import type { Inspection, Share } from '../../../shared/inspection-api';
import type { ParsedRecord } from '../import/input/parsed-record';

type Shares = Pick<
  Inspection,
  'sampled' | 'formats' | 'encodings' | 'profiles' | 'eras' | 'languages' | 'outcomes' | 'issues'
>;

interface Sum {
  records: number;
  confidence: number;
  guessed: number;
}

/** Counts what sampled records are, by kind of fact. */
export function sampleTally() {
  const counts = {
    formats: new Map<string | null, Sum>(),
    encodings: new Map<string | null, Sum>(),
    profiles: new Map<string | null, Sum>(),
    eras: new Map<string | null, Sum>(),
    languages: new Map<string | null, Sum>(),
  };
  const outcomes: Record<ParseOutcome, number> = { article: 0, quarantined: 0, rejected: 0 };
  const issues = new Map<string, number>();
  let sampled = 0;
  let bytes = 0;

  return {
    add({ record, draft }: Pick<ParsedRecord, 'record' | 'draft'>): void {
      sampled += 1;
      bytes += record.end - record.start;
      outcomes[draft.outcome] += 1;
      add(counts.formats, record.format, null);
      add(counts.encodings, record.encoding.name, record.encoding.confidence);
      add(counts.profiles, draft.profile?.name ?? null, null);
      add(counts.eras, draft.era.name, draft.evidence['era']?.confidence ?? null);
      add(counts.languages, draft.article.language, draft.evidence['language']?.confidence ?? null);
      for (const code of new Set(draft.issues.map((issue) => issue.code))) {
        issues.set(code, (issues.get(code) ?? 0) + 1);
      }
    },

    /** All of them where every file was read to its end, otherwise as many as the bytes hold at the sample's length. */
    recordsOf(readWhole: boolean, bytesInAll: number): Inspection['records'] {
      if (readWhole) return { count: sampled, estimated: false };
      if (sampled === 0 || bytes === 0) return null;
      return { count: Math.max(sampled, Math.round((bytesInAll * sampled) / bytes)), estimated: true };
    },

    shares(): Shares {
      return {
        sampled,
        formats: sharesOf(counts.formats),
        encodings: sharesOf(counts.encodings),
        profiles: sharesOf(counts.profiles),
        eras: sharesOf(counts.eras),
        languages: sharesOf(counts.languages),
        outcomes,
        issues: [...issues]
          .map(([code, records]) => ({ code, records }))
          .sort((one, other) => other.records - one.records),
      };
    },
  };
}

function add(sums: Map<string | null, Sum>, name: string | null, confidence: number | null): void {
  const sum = sums.get(name) ?? { records: 0, confidence: 0, guessed: 0 };
  sum.records += 1;
  if (confidence !== null) {
    sum.confidence += confidence;
    sum.guessed += 1;
  }
  sums.set(name, sum);
}

function sharesOf(sums: Map<string | null, Sum>): Share[] {
  return [...sums]
    .map(([name, { records, confidence, guessed }]) => ({
      name,
      records,
      confidence: guessed === 0 ? null : Math.round((confidence / guessed) * 100) / 100,
    }))
    .sort((one, other) => other.records - one.records);
}
