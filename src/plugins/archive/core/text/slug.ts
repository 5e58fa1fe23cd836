import slugify from 'slugify';
import { normalizeSafely } from './stream-safe';

const LONGEST = 80;
const SHORT_ID = 8;

/** Left out: `slugify` would write vowel marks as letters, and `مُحَمَّد` would differ from `محمد`. */
const UNREAD_MARKS = /[\u0640\u064b-\u065f\u0670\u200b-\u200f\u00ad]/g;
/** Letters of Persian, Urdu and Kurdish that `slugify` would drop. */
const READ_AS: ReadonlyMap<string, string> = new Map([
  ['ٱ', 'ا'],
  ['ٹ', 'ت'],
  ['ڈ', 'د'],
  ['ڑ', 'ر'],
  ['ں', 'ن'],
  ['ہ', 'ه'],
  ['ھ', 'ه'],
  ['ے', 'ي'],
  ['ە', 'ه'],
]);
/** Apostrophes join (`Hezbollah's` -> `hezbollahs`); any other mark parts words. */
const APOSTROPHES = /['‘’ʼ`´]/g;
const PARTING = /[^\p{L}\p{N}\p{M}]+/gu;

/**
 * A title as the last part of an address: `/^[a-z0-9]+(-[a-z0-9]+)*$/`, at most 80 characters, cut between words.
 * Empty where nothing of the title can be written in ASCII letters (Chinese, emoji, punctuation only).
 */
export function slugOf(title: string): string {
  const readable = normalizeSafely(title.slice(0, 2000), 'NFKC')
    .replace(UNREAD_MARKS, '')
    .replace(/[ٱٹڈڑںہھےە]/g, (letter) => READ_AS.get(letter) ?? letter)
    .replace(APOSTROPHES, '')
    .replace(PARTING, ' ');
  const slug = slugify(readable, { lower: true, strict: true });
  return cut(slug.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, ''));
}

/**
 * Slugs to try in order until one is free; the last holds the whole document ID and so is always free.
 * `documentId` is Strapi's 24 lower-case letters and digits; `fallback` a slug such as `article`.
 */
export function uniqueSlugCandidates(title: string, documentId: string, fallback: string): string[] {
  return slugCandidates(slugOf(title), documentId, fallback);
}

/** The same for what `slugOf` made of the title. */
export function slugCandidates(slug: string, documentId: string, fallback: string): string[] {
  const shortId = documentId.slice(-SHORT_ID);
  if (slug === '') return [`${fallback}-${shortId}`, `${fallback}-${documentId}`];
  return [slug, `${slug}-${shortId}`, `${slug}-${documentId}`];
}

function cut(slug: string): string {
  if (slug.length <= LONGEST) return slug;
  const hyphen = slug.lastIndexOf('-', LONGEST);
  return slug.slice(0, hyphen > 0 ? hyphen : LONGEST);
}
