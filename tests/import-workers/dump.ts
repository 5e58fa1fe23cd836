import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { DEFAULT_MAX_RECORD_BYTES } from '../../src/plugins/archive/server/src/import/input/limits';
import type { ParseSettings } from '../../src/plugins/archive/server/src/import/input/parse-file';
import {
  parseFiles,
  type ParseOptions,
  type ParseTask,
} from '../../src/plugins/archive/server/src/import/input/parse-files';
import type { ParsedItem } from '../../src/plugins/archive/server/src/import/input/parsed-record';

export const SETTINGS: ParseSettings = {
  profiles: [],
  profile: null,
  encoding: null,
  separator: null,
  target: null,
  maxRecordBytes: DEFAULT_MAX_RECORD_BYTES,
};

/** Far more than any page of these tests needs on a slow machine, unless it never ends. */
export const PATIENT: ParseOptions = {
  workers: 2,
  recordTimeoutMs: 60_000,
  workerFile: path.join(__dirname, 'faulty-worker.js'),
};

export const BODY = 'The ferry crews of Hollin went back to work on Monday after nine weeks at the gates.';

/** An invented page; `extra` stands in its text. */
export function page(number: number, extra = ''): string {
  return `Ferry Crews Return, Part ${number}\n\n3 July 2002\n\n${BODY} ${extra}\n\n${BODY}\n`;
}

/** A page as one line of a `.lines` file. */
export function line(number: number, extra = ''): string {
  return `${page(number, extra).replaceAll('\n', '\\n')}\n`;
}

/** Writes a file and gives the task of parsing it. */
export function taskFor(folder: string, name: string, content: string | Uint8Array, skip = 0): ParseTask {
  const absolute = path.join(folder, name);
  mkdirSync(path.dirname(absolute), { recursive: true });
  writeFileSync(absolute, content);
  const { size, mtimeMs } = statSync(absolute);
  const file = { absolute, shown: name, root: folder, dumpPath: name, size, modifiedAt: Math.trunc(mtimeMs) };
  return { file, skip };
}

export async function parsed(
  tasks: Parameters<typeof parseFiles>[0],
  options: Partial<ParseOptions> = {},
  settings = SETTINGS,
): Promise<ParsedItem[]> {
  const items: ParsedItem[] = [];
  for await (const item of parseFiles(tasks, settings, { ...PATIENT, ...options })) items.push(item);
  return items;
}

/** Each item in short: `0001.txt#0 article`, `0001.txt#0 quarantined parse-timeout`, `0001.txt end 1`. */
export function inShort(items: readonly ParsedItem[]): string[] {
  return items.map((item) => {
    const name = item.file.dumpPath;
    if (item.kind === 'file-end') return `${name} end ${item.records}`;
    const { outcome, issues } = item.draft;
    const codes = outcome === 'article' ? [] : issues.map(({ code }) => code);
    return [`${name}#${item.record.index}`, outcome, ...codes].join(' ');
  });
}

/** What files of one page each give in short, all well. */
export function wellDone(names: readonly string[]): string[] {
  return names.flatMap((name) => [`${name}#0 article`, `${name} end 1`]);
}
