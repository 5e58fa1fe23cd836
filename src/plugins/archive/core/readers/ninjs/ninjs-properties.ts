/** What a property of a ninjs item must be. Names are compared without case: version 3 writes `versionCreated`. */
export type Shape = 'string' | 'number' | 'objects' | 'object' | 'object or objects' | 'date' | 'any';

const STRINGS =
  'uri type version profile title headline byline by located slugline usageterms ednote copyrightholder copyrightnotice ' +
  'language pubstatus mimetype contenttype representationtype name href charcount';
const LISTS =
  'subject subjects person people organisation organisations place places event events object objects genre genres ' +
  'infosource infosources headlines bodies descriptions renditions advice advices altids keywords plannedcoverage copyright';

/** Properties of an item in ninjs 1.0 to 3.1 and what they hold. */
export const SHAPES: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  ...STRINGS.split(' ').map((name) => [name, 'string'] as const),
  ...LISTS.split(' ').map((name) => [name, 'objects'] as const),
  ...['versioncreated', 'firstcreated', 'contentcreated', 'embargoed', 'expires'].map(
    (name) => [name, 'date'] as const,
  ),
  ['urgency', 'number'],
  ['charcount', 'number'],
  ['wordcount', 'number'],
  // Objects by name in version 1, lists from version 2 on.
  ...['associations', 'renditions', 'altids', 'trustindicator', 'trustindicators'].map(
    (name) => [name, 'object or objects'] as const,
  ),
  ...['rightsinfo', 'standard', '$standard', 'eventdetails', 'digitalsourcetype'].map(
    (name) => [name, 'object'] as const,
  ),
  // Some systems put the item into an object of their own.
  ...['$schema', 'etag', 'links', 'assignments', 'contactinfo'].map((name) => [name, 'any'] as const),
]);

/** `headline_main`, `body_html`, `description_caption`: version 1 lets these be extended. */
export const EXTENDED = /^(headline|body|description)_[a-z0-9_]+$/;

export const TYPES = 'text audio video picture graphic composite component planning event'.split(' ');
export const PUBLISHING_STATES = 'usable withheld canceled'.split(' ');
export const REPRESENTATIONS = 'complete incomplete partial full associated'.split(' ');
