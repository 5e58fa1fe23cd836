import { z } from 'zod';

import { isKnownEncoding } from '../decode/encoding-names';

/**
 * A profile is a saved, versioned recipe: how the records of one legacy site or system map to article fields.
 * It is data (JSON). All patterns are literal text, so none can run away; `docs/profiles.md` shows every key.
 */

/** How a line is compared: after white space is folded to single spaces and letter case is ignored. */
const linePattern = z
  .strictObject({
    equals: z.string().min(1).max(500).optional(),
    startsWith: z.string().min(1).max(500).optional(),
    endsWith: z.string().min(1).max(500).optional(),
    includes: z.string().min(1).max(500).optional(),
  })
  .refine((pattern) => Object.values(pattern).some((part) => part !== undefined), {
    message: 'needs at least one of equals, startsWith, endsWith, includes',
  });

export type LinePattern = z.infer<typeof linePattern>;

/** What a marker line such as `Media ID: 55353624` or `By Jane Roe` announces. */
export const MARKER_FIELDS = [
  'legacyId',
  'legacyUrl',
  'kicker',
  'standfirst',
  'byline',
  'dateline',
  'date',
  'section',
  'media.legacyId',
  'media.caption',
  'media.credit',
  'media.url',
] as const;
export type MarkerField = (typeof MARKER_FIELDS)[number];

/** What a column of a table, or a property of a JSON object, holds. */
export const COLUMN_FIELDS = [
  'title',
  'body',
  'kicker',
  'standfirst',
  'byline',
  'dateline',
  'date',
  'dateModified',
  'section',
  'tags',
  'language',
  'legacyId',
  'legacyUrl',
  'otherUrls',
  'source',
  'media.legacyId',
  'media.url',
  'media.caption',
  'media.credit',
  /** `draft`, `private`, `0` ...: whether the old system showed the article. */
  'status',
  /** Known, and left out on purpose. */
  'ignore',
] as const;
export type ColumnField = (typeof COLUMN_FIELDS)[number];

const MOST_COLUMNS = 500;
const columns = z
  .record(z.string().min(1).max(200), z.enum(COLUMN_FIELDS))
  .refine((mapping) => Object.keys(mapping).length <= MOST_COLUMNS, {
    message: `names more than ${MOST_COLUMNS} columns`,
  });

const marker = z.strictObject({
  /** Literal text at the start of the line, such as `Media ID:`; the rest of the line is the value. */
  label: z.string().min(1).max(200),
  field: z.enum(MARKER_FIELDS),
  /** Where the rest of the line is empty, the value is the next line that is not blank. */
  valueOnNextLine: z.boolean().default(false),
});

export const SOURCE_KINDS = [
  'newspaper',
  'newsAgency',
  'website',
  'magazine',
  'broadcaster',
  'other',
] as const;

const edtf = z.string().min(1).max(100);
const language = z.string().regex(/^[a-z]{2,3}$/, 'is a two- or three-letter language code such as en or ar');

export const profileSchema = z.strictObject({
  /** Where the JSON Schema of profiles is, for editors that complete and check what is typed. */
  $schema: z.string().max(500).optional(),
  /** Unique name: lower-case letters, digits and hyphens. */
  name: z
    .string()
    .max(80)
    .regex(/^[a-z0-9][a-z0-9-]*$/, 'is made of lower-case letters, digits and hyphens'),
  /** Raised with every change, so that a record tells which version read it. */
  version: z.int().min(1),
  title: z.string().min(1).max(200),
  description: z.string().max(2000).default(''),
  /** A record is this profile's when every pattern of `all` and, where given, one of `any` matches a line. */
  recognise: z.strictObject({
    all: z.array(linePattern).max(50).default([]),
    any: z.array(linePattern).max(50).default([]),
  }),
  source: z
    .strictObject({
      name: z.string().min(1).max(200),
      kind: z.enum(SOURCE_KINDS).default('newspaper'),
      /** Other spellings found in the records, such as a site title's. */
      spellings: z.array(z.string().min(1).max(200)).max(50).default([]),
      homepage: z
        .url({ protocol: /^https?$/ })
        .max(500)
        .optional(),
    })
    .optional(),
  era: z
    .strictObject({
      name: z.string().min(1).max(200),
      edition: z.string().max(100).optional(),
      /** EDTF interval such as `2005/2017`. */
      coverage: edtf.optional(),
      siteUrl: z
        .url({ protocol: /^https?$/ })
        .max(500)
        .optional(),
      /** Literal texts that name the era inside a record, coverage years included. */
      spellings: z.array(z.string().min(1).max(200)).max(50).default([]),
    })
    .optional(),
  language: language.optional(),
  /** Encoding to read the bytes with, where the dump's is known; a byte-order mark still wins. */
  encoding: z
    .string()
    .max(40)
    .refine(isKnownEncoding, { message: 'is not a known encoding; use a name such as windows-1256' })
    .optional(),
  /** How `03/04/2009` is meant. Without it, such a date is ambiguous and says so. */
  dateOrder: z.enum(['day-month-year', 'month-day-year', 'year-month-day']).optional(),
  headline: z
    .strictObject({
      /** Texts that part the headline from the site's name in the page title, such as ` | `. */
      separators: z.array(z.string().min(1).max(20)).max(20).default([]),
      /** Texts after (or before) the separator that belong to the site; matched without regard to case. */
      siteNames: z.array(z.string().min(1).max(200)).max(50).default([]),
    })
    .prefault({}),
  /** Lines that belong to the site, not to the article. */
  boilerplate: z.array(linePattern).max(500).default([]),
  markers: z.array(marker).max(100).default([]),
  dateline: z
    .strictObject({
      /** Texts that end the dateline at the start of the body: `Riyadh- ` has `- `; ` — ` is another paper's. */
      separators: z.array(z.string().min(1).max(20)).max(20).default([]),
    })
    .prefault({}),
  /** Columns by their name or number, properties by their path (`a.b.0.c`): what each holds. Empty: it is guessed. */
  columns: columns.default({}),
  /** Several articles in one file of text: what the lines between them (or the first line of each) begin with. */
  separators: z.array(z.string().trim().min(1).max(200)).max(20).default([]),
  /** The first line that matches ends the article; it and all after it are left out. */
  end: z.array(linePattern).max(100).default([]),
});

export type Profile = z.infer<typeof profileSchema>;

/** A place in a profile that does not fit the schema, with what to do about it. */
export interface ProfileFault {
  /** Path such as `markers.0.field`; empty for the profile as a whole. */
  readonly path: string;
  readonly message: string;
}

export type ProfileReading =
  | { readonly profile: Profile; readonly faults: readonly [] }
  | { readonly profile: null; readonly faults: readonly ProfileFault[] };

/** Validates parsed JSON as a profile. Never throws: all faults are returned. */
export function readProfile(json: unknown): ProfileReading {
  const result = profileSchema.safeParse(json);
  if (result.success) return { profile: result.data, faults: [] };
  const faults = result.error.issues.map((fault) => ({
    path: fault.path.join('.'),
    message: fault.message,
  }));
  return { profile: null, faults };
}
