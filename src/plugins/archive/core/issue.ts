import type { Span } from './span';

/**
 * Every kind of trouble a record can have, with what it means and what a person can do about it.
 * The codes are part of the `parse` output and of the ledger: add to the list, never rename.
 */
export const ISSUES = {
  'file-empty': 'The file has no text. Check that it was copied whole; nothing can be imported from it.',
  'file-unreadable': 'The file could not be opened. Check that it exists and that you may read it.',
  'file-binary': 'The file is not text in any known encoding. Leave it out, or convert it to text first.',
  'format-unknown': 'No reader recognises this file. Convert it to a supported format (see docs/formats.md).',
  'container-damaged':
    'The archive is damaged here. Copy it again from where it came; what could be read of it was read.',
  'container-empty': 'There is no file to read in this archive. Check that it was copied whole.',
  'container-too-large':
    'The archive unfolds to more than the limit. Check what it holds and unpack it by hand (limits: docs/formats.md).',
  'container-too-deep':
    'This archive lies too deep inside others. Unpack the outer ones by hand and import what they hold.',
  'member-unsafe':
    'The path of this member leads out of the archive, so it was not read. Rename it in the archive.',
  'member-not-file': 'This member is a link or a device and was not followed. Put the file itself there.',
  'member-unreadable':
    'This member is encrypted or packed in an unknown way. Unpack it by hand and import the file.',
  'record-too-large':
    'The record is larger than the limit. Split it, or raise the limit with --max-record-size.',
  'line-too-long': 'One line is longer than the limit, so this is not a page of text. Check the file.',
  'http-redirect': 'The server sent to another address. Nothing to import; the address it led to is named.',
  'http-error': 'The server did not answer with a page. Nothing to import.',
  'http-body-damaged':
    'The captured page is not as the server said: it may be cut or packed otherwise. Compare it.',
  'media-type-unsupported': 'The capture is not a page (a picture, a script, ...). Nothing to import.',
  'capture-repeated':
    'The page was the same as another capture in this file, which is named. Nothing to import.',
  'revisit-unresolved':
    'The page was the same as a capture that is not in this file. Import the file that has it, which is named.',
  'capture-unframed': 'Bytes between two records belong to none. Check that the file was copied whole.',
  'capture-none': 'There is no capture of a page in this web archive. Check that it is the right file.',
  'record-truncated': 'The file ends inside this record. Copy the file again from where it came.',
  'record-length-wrong':
    'The stated length of the record is wrong; it was read up to the next. Check its end.',
  'encoding-invalid':
    'Some bytes do not fit the encoding. Name the right one with --encoding or in the profile.',
  'encoding-guessed':
    'The encoding is a guess. Compare the text; name the right one with --encoding or in the profile.',
  'mojibake-repaired':
    'Text that had been decoded wrongly once was repaired. The file in the dump has the original.',
  'control-characters': 'Control characters were left out of the fields.',
  'columns-guessed':
    'What the columns hold was guessed from their names and contents. Check, and name them in the profile.',
  'columns-unmapped':
    'These columns are known for no field and were left out. Name them under `columns` in the profile.',
  'row-ragged':
    'The row has another number of values than the first one. Check where a quote or a separator is missing.',
  'quote-unclosed':
    'A quote was opened and not closed before the row became too long. Mend the row; the next ones were read.',
  'json-invalid': 'This is no valid JSON here. Mend it; what comes before and after was read.',
  'json-duplicate-key': 'A name comes twice in one object. The last value was used, as JSON readers do.',
  'ninjs-invalid': 'This does not fit the ninjs standard. Check it; what could be read was read.',
  'not-published':
    'The old system did not show this to the public. It stays a draft until somebody publishes it.',
  'text-cut-unsure':
    'Where one article ends and the next begins was guessed. Check; name what parts them with --separator.',
  'markup-malformed':
    'The markup is broken here. What could be read was kept; compare the article with the file.',
  'file-truncated':
    'The file ends in the middle of this record. Get a whole copy; what was there of the record was kept.',
  'records-missing': 'The file has no record of its format. Check that it was exported and copied whole.',
  'not-an-article':
    'This record is no article but a part of its system (a menu, a revision, a package). Nothing to import.',
  'media-record':
    'This record describes a picture or file, not an article. Articles that show it name it by its ID.',
  'companion-missing':
    'This file, which holds a part of the record, is not beside the one that names it. Copy the whole folder.',
  'part-of-issue':
    'This page belongs to the issue that this METS file describes; its articles are imported with that.',
  'shortcode-unknown':
    'A WordPress shortcode was left out of the body, what it enclosed was kept. The file has the original.',
  'profile-unknown':
    'No profile recognises this page; general rules were used. Write a profile for better results.',
  'title-missing': 'No headline was found. Add the title by hand, or teach the profile where it stands.',
  'body-empty':
    'No body text was found. Add it by hand, reject the record, or teach the profile where it stands.',
  'caption-after-blank':
    'The caption stands after a blank line: it may be a sub-headline. An editor should decide.',
  'date-ambiguous': 'Day and month could be the other way round. Set `dateOrder` in the profile.',
  'date-impossible': 'This is not a date of the calendar. It was left out.',
  'date-outside-era': "The date lies outside the era's coverage. Check the date and the era.",
  'date-future': 'The date lies after the capture of the page. Check the date.',
  'language-uncertain': 'The language is a guess. Name it in the profile.',
  'language-unconfigured':
    'No locale of the site fits this language. Add the locale or map it in the configuration.',
  'identity-conflict': 'The keys of this record belong to different articles. Decide which one it is.',
  'near-duplicate':
    'Another article has nearly the same text. Compare the two; import it with --near-duplicates link to keep both.',
  'value-too-long': 'The value is longer than the field allows. Shorten it or widen the field.',
  'value-refused': 'The content type does not accept this value. Correct it, or change the content type.',
  'value-taken':
    'Another published article has this value, which must be unique. Correct it, or let values repeat.',
  'media-differs':
    'Another article gave this media item another credit or address. The first one stays; decide which is right.',
  'parse-timeout': 'Parsing took longer than the limit. Raise the limit or leave the record out.',
  'parse-memory': 'Parsing needed more memory than the limit. Split the record or leave it out.',
} as const;

export type IssueCode = keyof typeof ISSUES;

/** One finding about a record: where it is and what stood there. The explanation is `ISSUES[code]`. */
export interface Issue {
  readonly code: IssueCode;
  readonly start: number;
  readonly end: number;
  /** What was found, at most 200 characters of it. */
  readonly found: string;
}

const LONGEST_EXCERPT = 200;

/** Builds an issue, cutting what was found to an excerpt that fits a log line. */
export function issue(code: IssueCode, at: Span, found: string): Issue {
  const excerpt = found.length > LONGEST_EXCERPT ? `${found.slice(0, LONGEST_EXCERPT - 1)}…` : found;
  return { code, start: at.start, end: at.end, found: excerpt };
}
