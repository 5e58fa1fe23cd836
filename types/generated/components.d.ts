import type { Schema, Struct } from '@strapi/strapi';

export interface ArchiveCaption extends Struct.ComponentSchema {
  collectionName: 'components_archive_captions';
  info: {
    description: 'A caption in one language';
    displayName: 'Caption';
    icon: 'picture';
  };
  attributes: {
    language: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 35;
      }>;
    text: Schema.Attribute.Text & Schema.Attribute.Required;
  };
}

export interface ArchiveIdentifiers extends Struct.ComponentSchema {
  collectionName: 'components_archive_identifiers';
  info: {
    description: 'The same thing in other authority files';
    displayName: 'Identifiers';
    icon: 'link';
  };
  attributes: {
    geonames: Schema.Attribute.String;
    isni: Schema.Attribute.String;
    viaf: Schema.Attribute.String;
    wikidata: Schema.Attribute.String;
  };
}

export interface ArchiveName extends Struct.ComponentSchema {
  collectionName: 'components_archive_names';
  info: {
    description: 'A name in one language';
    displayName: 'Name';
    icon: 'quote';
  };
  attributes: {
    language: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 35;
      }>;
    preferred: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>;
    text: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 255;
      }>;
  };
}

declare module '@strapi/strapi' {
  export namespace Public {
    export interface ComponentSchemas {
      'archive.caption': ArchiveCaption;
      'archive.identifiers': ArchiveIdentifiers;
      'archive.name': ArchiveName;
    }
  }
}
