import type { CitableArticle } from '../standards/citable-article';
import { modsRecord } from './mods-record';
import { oaiDublinCore } from './oai-dublin-core';

export const METADATA_PREFIXES = ['oai_dc', 'mods'] as const;
export type MetadataPrefix = (typeof METADATA_PREFIXES)[number];

interface MetadataFormat {
  readonly schema: string;
  readonly namespace: string;
  readonly write: (article: CitableArticle) => string;
}

/** What a record can be harvested as; a new format is a line here and a file beside this one. */
export const METADATA_FORMATS: Readonly<Record<MetadataPrefix, MetadataFormat>> = {
  oai_dc: {
    schema: 'http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
    namespace: 'http://www.openarchives.org/OAI/2.0/oai_dc/',
    write: oaiDublinCore,
  },
  mods: {
    schema: 'http://www.loc.gov/standards/mods/v3/mods-3-8.xsd',
    namespace: 'http://www.loc.gov/mods/v3',
    write: modsRecord,
  },
};
