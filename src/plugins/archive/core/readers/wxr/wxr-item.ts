import { found, type Found } from '../../evidence';
import type { MediaFound } from '../../fields/media';
import { issue, type Issue } from '../../issue';
import { safeLink } from '../../markup/safe-link';
import { NOTHING_STATED, type StatedArticle } from '../../stated-article';
import { foundText, textOfElement, trimmedText } from '../../xml/xml-text';
import { child, childElements, type XmlElement } from '../../xml/xml-tree';
import { foundHtml, statedBody, statedLine } from '../html-values';
import type { MarkupRecord, Statement } from '../markup-records';
import { statedDate } from '../stated-dates';
import { bylineOf } from './wxr-byline';
import type { WxrHead } from './wxr-head';
import { mediaOfMeta } from './wxr-media';
import { wordpressToHtml } from './wordpress-html';

/** Post types of WordPress and its common plugins that are parts of the system, never articles. */
const NOT_ARTICLES: ReadonlySet<string> = new Set([
  ...['nav_menu_item', 'revision', 'custom_css', 'customize_changeset', 'oembed_cache', 'user_request'],
  ...['wp_block', 'wp_template', 'wp_template_part', 'wp_global_styles', 'wp_navigation', 'wp_font_family'],
  ...['wp_font_face', 'acf-field', 'acf-field-group', 'wpcf7_contact_form', 'elementor_library', 'feedback'],
]);

const CHANNEL = { start: 0, end: 0 };

/** What a WordPress item is: an article; a picture or file; or a part of the system, which is no article. */
export function stateWxrItem(record: MarkupRecord, head: WxrHead): Statement {
  const { text, element } = record;
  const type = foundText(text, child(element, 'wp:post_type'), 'wxr:post-type');
  if (type?.value === 'attachment') {
    const issues = [issue('media-record', type.evidence, `attachment ${idOf(record)?.value ?? ''}`.trim())];
    return { stated: null, issues, refused: 'rejected' };
  }
  if (type !== null && NOT_ARTICLES.has(type.value)) {
    return {
      stated: null,
      issues: [issue('not-an-article', type.evidence, type.value)],
      refused: 'rejected',
    };
  }
  return stateArticle(record, head);
}

function stateArticle(record: MarkupRecord, head: WxrHead): Statement {
  const { text, element } = record;
  const value = (name: string, rule: string) => foundText(text, child(element, name), rule);
  const title = child(element, 'title');
  const excerpt = child(element, 'excerpt:encoded');
  const link = absolute(value('link', 'wxr:link'), head.link);
  const guid = absolute(value('guid', 'wxr:guid'), null);
  const { body, bodyMarkdown, media, unknown } = bodyOf(
    text,
    child(element, 'content:encoded'),
    link?.value ?? head.link,
  );
  const { section, tags } = terms(text, element);
  const hidden = notPublic(record);
  const stated: StatedArticle = {
    ...NOTHING_STATED,
    title: title === null ? null : statedLine(trimmedText(text, title), title.inner, 'wxr:title'),
    body,
    bodyMarkdown,
    standfirst:
      excerpt === null ? null : foundHtml(textOfElement(text, excerpt), excerpt.inner, 'wxr:excerpt'),
    byline: bylineOf(record, head),
    section,
    tags,
    dates: datesOf(record),
    // Of the site, and often WordPress's en-US that nobody changed.
    language: head.language === null ? null : found(head.language, CHANNEL, 'wxr:language', 0.5),
    legacyId: idOf(record),
    legacyUrl: link,
    otherUrls: guid === null || guid.value === link?.value ? [] : [guid],
    source: head.title === null ? null : found(head.title, CHANNEL, 'wxr:site-title', 0.9),
    media: mergedMedia(mediaOfMeta(record), media),
    unpublished: hidden.length > 0,
  };
  const codes = unknown.map((name) => issue('shortcode-unknown', body?.evidence ?? element, `[${name}]`));
  return { stated, issues: [...hidden, ...codes], refused: null };
}

function bodyOf(text: string, content: XmlElement | null, base: string | null) {
  if (content === null) return { body: null, bodyMarkdown: null, media: [], unknown: [] };
  const { html, unknown } = wordpressToHtml(textOfElement(text, content));
  return { ...statedBody(html, content.inner, 'wxr:content', { base }), unknown };
}

function idOf({ text, element }: MarkupRecord): Found | null {
  return foundText(text, child(element, 'wp:post_id'), 'wxr:post-id');
}

/** Why the site does not show it: everything but `publish` is not public, and neither is what asks for a password. */
function notPublic({ text, element }: MarkupRecord): Issue[] {
  const status = foundText(text, child(element, 'wp:status'), 'wxr:status');
  if (status !== null && status.value !== 'publish')
    return [issue('not-published', status.evidence, status.value)];
  const password = foundText(text, child(element, 'wp:post_password'), 'wxr:password');
  return password === null ? [] : [issue('not-published', password.evidence, 'password')];
}

/** The site's own time before GMT before the feed's: its day is the one that readers saw. */
function datesOf({ text, element }: MarkupRecord) {
  for (const [name, rule] of [
    ['wp:post_date', 'wxr:post-date'],
    ['wp:post_date_gmt', 'wxr:post-date-gmt'],
    ['pubDate', 'wxr:pub-date'],
  ] as const) {
    const dates = statedDate(foundText(text, child(element, name), rule), { rule, kind: 'published' });
    if (dates.length > 0) return dates;
  }
  return [];
}

/** The first category is the section; the others, and all tags, are tags. */
function terms(text: string, element: XmlElement): Pick<StatedArticle, 'section' | 'tags'> {
  const inDomain = (domain: string) =>
    childElements(element, 'category')
      .filter(({ attributes }) => attributes.get('domain') === domain)
      .flatMap((one) => {
        const line = statedLine(trimmedText(text, one), one.inner, `wxr:${domain}`);
        return line === null ? [] : [found(line.placed.text, line.evidence, line.evidence.rule, 1)];
      });
  const [section = null, ...categories] = inDomain('category');
  const all = [...inDomain('post_tag'), ...categories];
  const tags = all.filter(({ value }, index) => all.findIndex((one) => one.value === value) === index);
  return { section, tags };
}

/** An address that can be visited; relative ones stand under the site's. */
function absolute(address: Found | null, base: string | null): Found | null {
  const url = address === null ? null : safeLink(address.value, base);
  return address === null || url === null || !url.startsWith('http') ? null : { ...address, value: url };
}

/** The picture above the article first, unless the text shows it as well. */
function mergedMedia(above: readonly MediaFound[], inText: readonly MediaFound[]): MediaFound[] {
  const shown = new Set(inText.map(({ legacyId }) => legacyId?.value));
  return [...above.filter(({ legacyId }) => legacyId === null || !shown.has(legacyId.value)), ...inText];
}
