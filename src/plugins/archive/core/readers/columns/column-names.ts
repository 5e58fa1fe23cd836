import type { ColumnField } from '../../profiles/profile';
import { fold } from '../../text/fold';

/** What a name says of a column: `strong` names mean nothing else, `weak` ones may. */
export interface NameMeaning {
  readonly field: ColumnField;
  readonly strength: number;
}

/** A name for comparison: `Post_Title`, `post-title` and `postTitle` are one. */
export function columnKey(name: string): string {
  const spaced = name.replace(/(\p{Ll}|\p{N})(?=\p{Lu})/gu, '$1 ');
  return fold(spaced.replace(/[_\-:/]+/g, ' '));
}

/** Names in English and Arabic, commas between; the earlier of a list is the surer. */
const STRONG: Readonly<Partial<Record<ColumnField, string>>> = {
  title:
    'title, headline, post title, article title, story title, news title, hed, heading, main title, ' +
    'العنوان, عنوان الخبر, عنوان المقال, عنوان المقالة, عنوان الموضوع, عنوان, العنوان الرئيسي',
  body:
    'body, content, body html, body text, post content, article body, article text, article content, full text, ' +
    'fulltext, story text, story body, content html, body copy, main text, news text, bodytext, ' +
    'المحتوى, النص, نص الخبر, نص المقال, نص المقالة, المتن, متن الخبر, متن, محتوى',
  kicker: 'kicker, overline, pretitle, pre title, eyebrow, strapline, العنوان التمهيدي, عنوان تمهيدي',
  standfirst:
    'standfirst, subtitle, sub title, subheadline, sub headline, subhead, deck, dek, lede, lead, intro, ' +
    'introduction, summary, abstract, excerpt, post excerpt, teaser, ' +
    'الملخص, ملخص, المقدمة, مقدمة, العنوان الفرعي, عنوان فرعي, نبذة',
  byline:
    'byline, author, authors, author name, written by, writer, reporter, journalist, correspondent, post author, ' +
    'by, الكاتب, اسم الكاتب, المؤلف, المحرر, المراسل, بقلم, كاتب, كاتب المقال',
  dateline: 'dateline, مكان الخبر, مكان النشر',
  date:
    'date, publication date, published at, date published, published date, publish date, published on, pubdate, ' +
    'pub date, post date, article date, issue date, publish time, publication time, published, ' +
    'تاريخ النشر, التاريخ, تاريخ الخبر, تاريخ المقال, تاريخ العدد, تاريخ, وقت النشر',
  dateModified:
    'modified, updated, updated at, modified at, last modified, date modified, post modified, last updated, ' +
    'modified date, update date, تاريخ التعديل, تاريخ التحديث, اخر تحديث',
  section:
    'section, category, section name, category name, desk, rubric, القسم, قسم, التصنيف, تصنيف, الفئة, الباب',
  tags: 'tags, keywords, keyword, tag, tag list, الوسوم, وسوم, الكلمات المفتاحية, كلمات مفتاحية, كلمات دلالية, الكلمات الدلالية',
  language: 'language, lang, locale, language code, اللغة, لغة',
  legacyId:
    'id, article id, post id, news id, story id, item id, doc id, document id, node id, nid, guid, uuid, ' +
    'المعرف, رقم الخبر, رقم المقال, معرف',
  legacyUrl:
    'url, link, permalink, canonical url, web url, article url, post url, page url, source url, الرابط, رابط, رابط الخبر, رابط المقال',
  otherUrls: 'short url, shortlink, short link, alias url, old url',
  source:
    'source, publisher, publication, newspaper, source name, publication name, newspaper name, ' +
    'المصدر, مصدر, الصحيفة, الجريدة, الناشر, اسم الصحيفة',
  'media.url':
    'image, image url, photo url, picture url, image src, media url, featured image, photo, picture, main image, ' +
    'image link, الصورة, رابط الصورة, صورة',
  'media.caption':
    'caption, image caption, photo caption, picture caption, image alt, media caption, تعليق الصورة, شرح الصورة, وصف الصورة',
  'media.credit':
    'photo credit, image credit, media credit, picture credit, photographer, المصور, تصوير, مصدر الصورة',
  'media.legacyId': 'media id, image id, photo id, picture id, رقم الصورة',
  status: 'status, post status, is published, article status, publish status, الحالة, حالة, حالة النشر',
};

const WEAK: Readonly<Partial<Record<ColumnField, string>>> = {
  title: 'name, subject, caption title, label',
  body: 'text, article, story, html, description, paragraphs, copy, الخبر, المقال, الموضوع, التفاصيل, تفاصيل',
  standfirst: 'description, sub, short description, meta description, الوصف, وصف',
  byline: 'creator, editor, user, user name, contributor, المدون',
  dateline: 'location, city, place, المكان, المدينة',
  date:
    'created, created at, date created, creation date, timestamp, time, datetime, date time, day, year, ' +
    'date gmt, post date gmt, first created, firstcreated, versioncreated, تاريخ الانشاء, تاريخ الاضافة, اليوم, السنة',
  section: 'categories, topic, department, channel, type, page, sections, المجال, النوع',
  tags: 'topics, subjects, labels, terms, المواضيع',
  legacyId: 'uri, key, no, number, nr, index, record id, ref, reference, الرقم, رقم, م',
  legacyUrl: 'uri, address, href, web address, website, العنوان الالكتروني',
  source: 'site, outlet, agency, provider, paper, domain, الوكالة, الموقع, وكالة',
  'media.url': 'thumbnail, thumb, media, images, photos, img, cover, الصور',
  'media.caption': 'alt, alt text',
  'media.credit': 'credit, copyright',
  status: 'state, visibility, draft, active, visible, published, منشور',
};

const STRONG_BASE = 0.9;
const WEAK_BASE = 0.6;
const STEP = 0.005;

const MEANINGS: ReadonlyMap<string, readonly NameMeaning[]> = meaningsOf();

function meaningsOf(): Map<string, NameMeaning[]> {
  const meanings = new Map<string, NameMeaning[]>();
  for (const [lists, base] of [
    [STRONG, STRONG_BASE],
    [WEAK, WEAK_BASE],
  ] as const) {
    for (const [field, names] of Object.entries(lists) as [ColumnField, string][]) {
      names.split(',').forEach((name, place) => {
        const key = columnKey(name.trim());
        meanings.set(key, [...(meanings.get(key) ?? []), { field, strength: base - place * STEP }]);
      });
    }
  }
  return meanings;
}

/** What the name of a column can mean, the likeliest first; empty for a name that says nothing. */
export function meaningsOfName(name: string): readonly NameMeaning[] {
  return MEANINGS.get(columnKey(name)) ?? [];
}

/** `author.name`, `title.rendered`, `date.$date`: the last part only says how its parent is written down. */
const TELLS_NOTHING = new Set([
  'name',
  'value',
  'rendered',
  'text',
  'html',
  'raw',
  'label',
  '$date',
  '$oid',
  '$t',
  '#text',
  '_',
  'main',
  'en',
  'ar',
  'en us',
  'display name',
  '$numberlong',
]);
const NAMED_THINGS = new Set<ColumnField>(['section', 'tags', 'source', 'byline', 'media.url']);

const OF_MEDIA: ReadonlyMap<string, ColumnField> = new Map([
  ...['url', 'src', 'href', 'link', 'file', 'path', 'source url'].map((name) => [name, 'media.url'] as const),
  ...['caption', 'alt', 'alt text', 'description', 'title', 'text'].map(
    (name) => [name, 'media.caption'] as const,
  ),
  ...['credit', 'photographer', 'copyright', 'author', 'by'].map((name) => [name, 'media.credit'] as const),
  ...['id', 'media id'].map((name) => [name, 'media.legacyId'] as const),
]);

/** What a property can mean by its path, whose numbers count the items of lists. */
export function meaningsOfPath(path: readonly string[]): readonly NameMeaning[] {
  const names = path.filter((step) => !/^\d+$/.test(step));
  const last = columnKey(names.at(-1) ?? '');
  const parent = names.at(-2);
  if (parent === undefined) return meaningsOfName(last);
  const ofParent = meaningsOfName(parent).concat(meaningsOfName(singular(parent)));
  if (ofParent.some(({ field }) => field === 'media.url')) {
    const field = OF_MEDIA.get(last);
    return field === undefined ? [] : [{ field, strength: STRONG_BASE - STEP * names.length }];
  }
  const whole = meaningsOfName(names.join(' '));
  if (whole.length > 0) return whole;
  const mayBeTitled = last === 'title' || last === 'slug' || last === 'username' || last === 'full name';
  const passedOn = ofParent.filter(
    ({ field }) => TELLS_NOTHING.has(last) || (mayBeTitled && last !== 'slug' && NAMED_THINGS.has(field)),
  );
  if (passedOn.length > 0 || ofParent.length > 0) return passedOn.map((one) => less(one, 1));
  // `fields.headline`, `_source.body`: a wrapper without a meaning of its own.
  return meaningsOfName(last).map((one) => less(one, names.length));
}

function less({ field, strength }: NameMeaning, steps: number): NameMeaning {
  return { field, strength: strength - STEP * 4 * steps };
}

function singular(name: string): string {
  return name.replace(/ies$/, 'y').replace(/s$/, '');
}
