import type { CitableArticle } from '../standards/citable-article';
import { xmlElement, xmlText } from '../standards/xml-text';
import { METADATA_FORMATS, METADATA_PREFIXES, type MetadataPrefix } from './metadata-formats';
import type { OaiFault } from './oai-fault';

/** A record as harvesters see it. `article` is null where it was taken down, and where only its header is asked for. */
export interface OaiRecord {
  readonly identifier: string;
  /** Milliseconds since 1970. */
  readonly changed: number;
  readonly sets: readonly string[];
  readonly isDeleted: boolean;
  readonly article: CitableArticle | null;
}

export interface Repository {
  readonly name: string;
  readonly baseUrl: string;
  readonly adminEmail: string;
  /** Milliseconds since 1970. */
  readonly earliest: number;
  readonly sampleIdentifier: string;
  readonly host: string;
}

/** What stands around every answer. `asked` is left out where the request made no sense, as the protocol wants it. */
export function oaiDocument(
  content: string,
  { baseUrl, asked, now }: { baseUrl: string; asked: readonly (readonly [string, string])[]; now: number },
): string {
  const attributes = asked.map(([name, value]) => ` ${name}="${xmlText(value)}"`).join('');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"' +
      ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation=' +
      '"http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd">',
    xmlElement('responseDate', datestamp(now)),
    `<request${attributes}>${xmlText(baseUrl)}</request>`,
    content,
    '</OAI-PMH>',
    '',
  ].join('\n');
}

export function faultElement({ fault, message }: OaiFault): string {
  return `<error code="${fault}">${xmlText(message)}</error>`;
}

/** Deletions are told as long as their tombstones stand, hence `transient`. */
export function identifyElement(repository: Repository): string {
  const { name, baseUrl, adminEmail, earliest, host, sampleIdentifier } = repository;
  return [
    '<Identify>',
    xmlElement('repositoryName', name),
    xmlElement('baseURL', baseUrl),
    '<protocolVersion>2.0</protocolVersion>',
    xmlElement('adminEmail', adminEmail),
    xmlElement('earliestDatestamp', datestamp(earliest)),
    '<deletedRecord>transient</deletedRecord>',
    '<granularity>YYYY-MM-DDThh:mm:ssZ</granularity>',
    '<description><oai-identifier xmlns="http://www.openarchives.org/OAI/2.0/oai-identifier" xsi:schemaLocation=' +
      '"http://www.openarchives.org/OAI/2.0/oai-identifier http://www.openarchives.org/OAI/2.0/oai-identifier.xsd">',
    `<scheme>oai</scheme>${xmlElement('repositoryIdentifier', host)}<delimiter>:</delimiter>`,
    xmlElement('sampleIdentifier', sampleIdentifier),
    '</oai-identifier></description>',
    '</Identify>',
  ].join('\n');
}

export function formatsElement(): string {
  const formats = METADATA_PREFIXES.map((prefix) => {
    const { schema, namespace } = METADATA_FORMATS[prefix];
    const parts = { metadataPrefix: prefix, schema, metadataNamespace: namespace };
    const inner = Object.entries(parts).map(([name, text]) => xmlElement(name, text));
    return `<metadataFormat>${inner.join('')}</metadataFormat>`;
  });
  return `<ListMetadataFormats>${formats.join('')}</ListMetadataFormats>`;
}

export function setsElement(sets: readonly { readonly spec: string; readonly name: string }[]): string {
  const written = sets.map(
    ({ spec, name }) => `<set>${xmlElement('setSpec', spec)}${xmlElement('setName', name)}</set>`,
  );
  return `<ListSets>${written.join('\n')}</ListSets>`;
}

/** The element of a verb with its records. `token` is empty at the end of a list that came in parts. */
export function recordsElement(
  verb: 'GetRecord' | 'ListIdentifiers' | 'ListRecords',
  records: readonly OaiRecord[],
  prefix: MetadataPrefix,
  token: string | null,
): string {
  const write = verb === 'ListIdentifiers' ? header : (record: OaiRecord) => whole(record, prefix);
  const end = token === null ? '' : `<resumptionToken>${xmlText(token)}</resumptionToken>`;
  return [`<${verb}>`, ...records.map(write), end, `</${verb}>`].join('\n');
}

function whole(record: OaiRecord, prefix: MetadataPrefix): string {
  const { article } = record;
  const metadata = article === null ? '' : `<metadata>${METADATA_FORMATS[prefix].write(article)}</metadata>`;
  return `<record>${header(record)}${metadata}</record>`;
}

function header({ identifier, changed, sets, isDeleted }: OaiRecord): string {
  const specs = sets.map((spec) => xmlElement('setSpec', spec));
  return [
    isDeleted ? '<header status="deleted">' : '<header>',
    xmlElement('identifier', identifier),
    xmlElement('datestamp', datestamp(changed)),
    ...specs,
    '</header>',
  ].join('');
}

/** `2026-01-02T03:04:05Z` */
function datestamp(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}
