import type { DraftArticle } from '../../../../core/draft-article';
import { draftArticle } from '../../../../core/draft/draft-from-record';
import type { Profile } from '../../../../core/profiles/profile';
import { prepareRecord, type WriteTarget } from '../resolve/prepare-record';
import { withOverrides } from '../resolve/with-overrides';
import { UNWATCHED, type ParseSettings, type ParseTask, type Watch } from './parse-task';
import type { InputFile, ParsedItem, ParsedRecord } from './parsed-record';
import { InputFault } from './input-fault';
import { openInput, type OpenInput } from './read-input';
import { readRecords } from './read-records';
import { dumpPathOf, type RecordInFile } from './record-place';
import { issueAbout, refusedRecord } from './refuse-record';

export type { ParseSettings } from './parse-task';

/**
 * Reads one file and understands its records, one at a time; the file's end comes last. Whatever is wrong with the
 * file is in the records; only a bug throws.
 */
export async function* parseFile(
  task: ParseTask,
  settings: ParseSettings,
  watch: Watch = UNWATCHED,
): AsyncGenerator<ParsedItem> {
  const { file } = task;
  let input: OpenInput | null = null;
  let records = 0;
  try {
    input = openInput(file.absolute);
    for await (const record of readRecords(input, task, settings, watch)) {
      records += 1;
      if (records <= task.skip) continue;
      watch.step(records - 1, 'understanding', 0);
      yield { kind: 'record', ...understand(file, record, settings) };
    }
    watch.rest();
    yield { kind: 'file-end', file, records, ...input.finish() };
  } catch (error) {
    if (!(error instanceof InputFault)) throw error;
    const index = Math.max(records, task.skip);
    const record = refusedRecord(file, index, [issueAbout('file-unreadable', error.code)]);
    yield { kind: 'record', ...understand(file, record, settings) };
    yield { ...UNREAD, file, records: index + 1 };
  } finally {
    input?.close();
  }
}

const UNREAD = { kind: 'file-end', bytes: 0, sha256: null, modifiedAt: null, changed: false } as const;

/** A record with its fields, and with what writing needs where it is to be written. `correct` may change the draft. */
export function understand(
  file: InputFile,
  record: RecordInFile,
  settings: ParseSettings,
  correct: (draft: DraftArticle) => DraftArticle = (draft) => draft,
): ParsedRecord {
  const read = draftArticle(record, {
    profiles: settings.profiles,
    ...(settings.profile ? { profile: settings.profile } : {}),
    path: dumpPathOf(file, record),
    gazetteer: settings.gazetteer,
  });
  const draft = correct(read);
  const { text, stated, ...facts } = record;
  const parsed: ParsedRecord = {
    file,
    record: { ...facts, characters: text.length, structured: stated !== null },
    draft,
    profile: profileNamed(draft.profile, settings),
    preparation: null,
  };
  return settings.target ? prepared(parsed, settings.target) : parsed;
}

/** The record as it will be written, with body, names and evidence in its preparation alone. */
function prepared(parsed: ParsedRecord, target: WriteTarget): ParsedRecord {
  const draft = withOverrides(parsed.draft, target);
  const preparation = prepareRecord(target, { ...parsed, draft });
  return {
    ...parsed,
    draft: {
      ...draft,
      article: { ...draft.article, body: null },
      bodyMarkdown: null,
      entities: [],
      evidence: {},
    },
    preparation,
  };
}

/** The profile that a draft names, of those that it was read with. */
export function profileNamed(
  used: { readonly name: string; readonly version: number } | null,
  { profile, profiles }: Pick<ParseSettings, 'profile' | 'profiles'>,
): Profile | null {
  if (used === null) return null;
  const is = (one: Profile) => one.name === used.name && one.version === used.version;
  return profile !== null && is(profile) ? profile : (profiles.find(is) ?? null);
}
