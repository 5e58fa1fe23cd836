import type { ArchiveConfig } from '../../config/archive-config';
import type { SearchShape } from '../../search/search-shape';

/** A scalar attribute as it lies in the database, with the limits that Strapi would hold it to. */
export interface ColumnPlan {
  readonly column: string;
  readonly type: string;
  readonly required: boolean;
  readonly maxLength: number | null;
  readonly minLength: number | null;
  readonly min: number | null;
  readonly max: number | null;
  /** Source of a regular expression. */
  readonly regex: string | null;
  readonly unique: boolean;
  readonly options: readonly string[] | null;
  readonly fallback: string | number | boolean | null;
}

/** The join table of a relation. */
export interface LinkPlan {
  readonly table: string;
  readonly from: string;
  readonly to: string;
  /** Column that keeps the order of a to-many relation. */
  readonly order: string | null;
  readonly target: string;
}

/** The join table of a component attribute, and the component's own table. */
export interface ComponentPlan {
  readonly table: string;
  readonly from: string;
  readonly to: string;
  readonly component: string;
  readonly componentTable: string;
  readonly columns: Readonly<Record<string, ColumnPlan>>;
}

/** Where the entries of one content type lie. */
export interface TypePlan {
  readonly uid: string;
  readonly table: string;
  readonly draftAndPublish: boolean;
  readonly localized: boolean;
  readonly columns: Readonly<Record<string, ColumnPlan>>;
  readonly links: Readonly<Record<string, LinkPlan>>;
  readonly components: Readonly<Record<string, ComponentPlan>>;
}

/** A column that holds numeric IDs of a type's rows. */
export interface Referrer {
  readonly table: string;
  readonly column: string;
}

/**
 * All that an import must know of the site to write to its database without booting a second Strapi.
 * Written after every schema sync, so it always describes the tables as they are.
 */
export interface WritePlan {
  readonly pluginVersion: string;
  /** Of the site's process, as an IANA name. */
  readonly timeZone: string;
  readonly content: ArchiveConfig['content'];
  /** Folder of the project's own profiles, relative to the project. */
  readonly profiles: string;
  readonly vault: ArchiveConfig['vault'];
  /** Folder of uploads, relative to the project. */
  readonly uploadFolder: string;
  readonly locales: {
    readonly codes: readonly string[];
    readonly byLanguage: Readonly<Record<string, string>>;
  };
  readonly types: Readonly<Record<string, TypePlan>>;
  /** Every column of the site that points at the rows of a type, join tables and foreign keys alike. */
  readonly referrers: Readonly<Record<string, readonly Referrer[]>>;
  /** The search index that goes with the articles; null where there is none. */
  readonly search: SearchShape | null;
}

/** The description of a content type; throws where the plan lacks it, which is a bug or an old plan. */
export function typeOf(plan: WritePlan, uid: string): TypePlan {
  const type = plan.types[uid];
  if (!type) throw new Error(`The write plan does not describe ${uid}.`);
  return type;
}
