import type { Core, Schema } from '@strapi/strapi';

import { ARCHIVE_ATTRIBUTES } from './archive-attributes';
import { isLocalized, optedInTypes } from './opted-in';

/**
 * Gives every opted-in content type the archive attributes; Strapi then makes columns and API fields of them.
 * Throws where the type already has an attribute of that name: its values must not be mixed with ours.
 */
export function addArchiveAttributes(strapi: Core.Strapi): void {
  for (const contentType of optedInTypes(strapi)) {
    for (const [name, attribute] of Object.entries(ARCHIVE_ATTRIBUTES)) {
      if (name in contentType.attributes) {
        throw new Error(
          `${contentType.uid} has an attribute "${name}" of its own, which the archive plugin adds to every ` +
            `content type that opts in. Rename yours, or remove pluginOptions.archive from the type.`,
        );
      }
      contentType.attributes[name] = localizedAs(contentType, attribute);
    }
  }
}

/** Two locales of a document are two articles of the archive: nothing may be copied from one to the other. */
function localizedAs(contentType: Schema.ContentType, attribute: object): Schema.Attribute.AnyAttribute {
  const own = isLocalized(contentType) ? { pluginOptions: { i18n: { localized: true } } } : {};
  return { ...attribute, ...own } as Schema.Attribute.AnyAttribute;
}
