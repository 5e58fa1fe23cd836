/** One file of invented articles in each format that a reader reads. */
import { inventedPage, inventedWorld } from '../invented-dump.mjs';

const world = inventedWorld();

/** What a page says, as structured formats would state it. */
function articleOf(index) {
  const lines = inventedPage(index, world).split('\n');
  const [title] = lines[2].split(' | ');
  const body = lines.slice(10, -3).filter((line) => line !== '');
  return { id: 1_000_000 + index, title, byline: lines[7].slice(3), date: lines[8], body };
}

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const html = ({ body }) => body.map((paragraph) => `<p>${escaped(paragraph)}</p>`).join('\n');
const iso = (index) => `${1999 + (index % 12)}-${String(1 + (index % 12)).padStart(2, '0')}-03`;
const cell = (text) => `"${text.replaceAll('"', '""')}"`;

const ninjs = (article, index) => ({
  uri: `urn:ledger:${article.id}`,
  type: 'text',
  pubstatus: 'usable',
  versioncreated: `${iso(index)}T10:00:00Z`,
  byline: article.byline,
  headline: article.title,
  body_html: html(article),
});

/** `head`, then `record(article, index)` again and again, then `tail`. A format that is missing is not measured. */
export const FORMATS = {
  text: {
    one: true,
    record: (article) =>
      [article.title, `By ${article.byline}`, article.date, '', ...article.body].join('\n'),
  },
  'concatenated-text': {
    record: (article) =>
      `${article.title}\nBy ${article.byline}\n${article.date}\n\n${article.body.join('\n\n')}\n\n-----\n\n`,
  },
  csv: {
    head: 'id,title,author,date,body\n',
    record: (article) =>
      `${article.id},${cell(article.title)},${article.byline},${article.date},${cell(article.body.join('\n\n'))}\n`,
  },
  json: {
    head: '[',
    record: ({ body, ...article }, index) =>
      `${index > 0 ? ',\n' : ''}${JSON.stringify({ ...article, body: body.join('\n\n') })}`,
    tail: ']',
  },
  jsonl: { record: ({ body, ...article }) => `${JSON.stringify({ ...article, body: body.join('\n\n') })}\n` },
  ninjs: {
    head: '[',
    record: (article, index) => `${index > 0 ? ',\n' : ''}${JSON.stringify(ninjs(article, index))}`,
    tail: ']',
  },
  'sgml-doc': {
    record: (article) =>
      `<DOC>\n<DOCNO> ${article.id} </DOCNO>\n<HEADLINE>${escaped(article.title)}</HEADLINE>\n<TEXT>\n${escaped(article.body.join('\n\n'))}\n</TEXT>\n</DOC>\n`,
  },
  rss: {
    head: '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>The Belmarra Ledger</title>\n',
    record: (article) =>
      `<item><title>${escaped(article.title)}</title><guid>http://ledger.example/${article.id}</guid><description>${escaped(html(article))}</description></item>\n`,
    tail: '</channel></rss>',
  },
  wxr: {
    head: '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>The Belmarra Ledger</title><wp:wxr_version>1.2</wp:wxr_version>\n',
    record: (article, index) =>
      `<item><title>${escaped(article.title)}</title><link>http://ledger.example/${article.id}</link><dc:creator>${article.byline}</dc:creator><content:encoded><![CDATA[${html(article)}]]></content:encoded><wp:post_id>${article.id}</wp:post_id><wp:post_date>${iso(index)} 10:00:00</wp:post_date><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>\n`,
    tail: '</channel></rss>',
  },
  nitf: {
    one: true,
    record: (article) =>
      `<?xml version="1.0"?>\n<nitf><head><title>${escaped(article.title)}</title><docdata><doc-id id-string="${article.id}"/></docdata></head><body><body.head><hedline><hl1>${escaped(article.title)}</hl1></hedline><byline>${article.byline}</byline></body.head><body.content>${html(article)}</body.content></body></nitf>`,
  },
  'newsml-g2': {
    one: true,
    record: (article, index) =>
      `<?xml version="1.0"?>\n<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:ledger:${article.id}" version="1"><itemMeta><itemClass qcode="ninat:text"/><versionCreated>${iso(index)}T10:00:00Z</versionCreated></itemMeta><contentMeta><headline>${escaped(article.title)}</headline></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>${html(article)}</body></html></inlineXML></contentSet></newsItem>`,
  },
  html: {
    one: true,
    record: (article) =>
      `<!DOCTYPE html><html><head><title>${escaped(article.title)} | The Belmarra Ledger</title></head><body><nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>${escaped(article.title)}</h1><p class="byline">By ${article.byline}</p><time>${article.date}</time>${html(article)}</article><footer>Copyright</footer></body></html>`,
  },
};

/** Files of a format, together of about so many bytes: one, or one for each article. */
export function inventedFiles(format, bytes) {
  const { head = '', record, tail = '', one = false } = FORMATS[format];
  const parts = [];
  let length = 0;
  for (let index = 0; length < bytes; index += 1) {
    const part = record(articleOf(index), index);
    parts.push(part);
    length += part.length;
  }
  return (one ? parts : [head + parts.join('') + tail]).map((text) => Buffer.from(text));
}
