import type { BagTable, ColumnForm } from './bag-tables';

/** Where things lie in a bag of ours. RFC 8493 asks for `data/` and the tag files; the rest is our own. */
export const BAG = {
  declaration: 'bagit.txt',
  info: 'bag-info.txt',
  manifest: 'manifest-sha256.txt',
  tagManifest: 'tagmanifest-sha256.txt',
  description: 'data/archive.json',
  tables: 'data/tables',
  vault: 'data/vault',
} as const;

export const DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';

export const tablePath = (table: string) => `${BAG.tables}/${table}.ndjson`;
export const vaultPath = (sha256: string) =>
  `${BAG.vault}/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;

/** Changes with what a bag holds and how; another version is not taken. */
export const BAG_FORMAT = 1;

export interface DescribedTable extends BagTable {
  readonly rows: number;
}

/** What a bag says of itself, in `data/archive.json`. */
export interface BagDescription {
  readonly format: number;
  /** Version of the plugin that wrote it. */
  readonly plugin: string;
  readonly locales: readonly string[];
  readonly tables: readonly DescribedTable[];
  readonly originals: number;
}

const FORMS: readonly unknown[] = ['time', 'day', 'truth', 'json', 'number', 'text'] satisfies ColumnForm[];

/** Reads a bag's description; null where it is none of this format. */
export function readDescription(text: string): BagDescription | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(value) || value['format'] !== BAG_FORMAT) return null;
  const { format, plugin, locales, tables, originals } = value;
  if (typeof plugin !== 'string' || typeof originals !== 'number') return null;
  if (!isTexts(locales) || !Array.isArray(tables) || !tables.every(isTable)) return null;
  return { format, plugin, locales, tables, originals };
}

function isTable(value: unknown): value is DescribedTable {
  if (!isRecord(value) || typeof value['name'] !== 'string' || typeof value['rows'] !== 'number')
    return false;
  const { columns, key } = value;
  return isTexts(key) && isRecord(columns) && Object.values(columns).every((form) => FORMS.includes(form));
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
