import type { Core } from '@strapi/strapi';

import type { ColumnPlan, ComponentPlan, LinkPlan, TypePlan } from './write-plan';

/** The parts of a Strapi attribute and of its database metadata that a writer needs. */
interface AttributeMeta {
  type: string;
  columnName?: string;
  relation?: string;
  target?: string;
  required?: boolean;
  maxLength?: number;
  minLength?: number;
  /** A number, or its digits where the attribute is a big integer. */
  min?: unknown;
  max?: unknown;
  regex?: unknown;
  unique?: boolean;
  enum?: string[];
  default?: unknown;
  component?: string;
  joinTable?: {
    name: string;
    joinColumn: { name: string };
    inverseJoinColumn: { name: string };
    orderColumnName?: string;
  };
}

/** Describes where the entries of a content type lie, from Strapi's own metadata. */
export function describeType(strapi: Core.Strapi, uid: string): TypePlan {
  const contentType = strapi.getModel(uid as Parameters<Core.Strapi['getModel']>[0]);
  const meta = strapi.db.metadata.get(uid);
  const pluginOptions = contentType.pluginOptions as { i18n?: { localized?: boolean } } | undefined;
  const columns: Record<string, ColumnPlan> = {};
  const links: Record<string, LinkPlan> = {};
  const components: Record<string, ComponentPlan> = {};

  for (const [name, raw] of Object.entries(meta.attributes)) {
    const attribute = raw as unknown as AttributeMeta;
    const declared = (contentType.attributes as Record<string, unknown>)[name] as AttributeMeta | undefined;
    if (attribute.type !== 'relation') {
      columns[name] = describeColumn(attribute);
    } else if (declared?.type === 'component' && declared.component && attribute.joinTable) {
      components[name] = describeComponent(strapi, declared.component, attribute.joinTable);
    } else if (declared?.type === 'relation' && attribute.joinTable && attribute.target) {
      links[name] = describeLink(attribute.joinTable, attribute.target);
    }
  }
  return {
    uid,
    table: meta.tableName,
    draftAndPublish: contentType.options?.draftAndPublish === true,
    localized: pluginOptions?.i18n?.localized === true,
    columns,
    links,
    components,
  };
}

function describeColumn(attribute: AttributeMeta): ColumnPlan {
  const fallback = attribute.default;
  const plain = typeof fallback === 'string' || typeof fallback === 'number' || typeof fallback === 'boolean';
  return {
    column: attribute.columnName ?? '',
    type: attribute.type,
    required: attribute.required === true,
    maxLength: attribute.maxLength ?? null,
    minLength: attribute.minLength ?? null,
    min: limitOf(attribute.min),
    max: limitOf(attribute.max),
    regex: patternOf(attribute.regex),
    unique: attribute.unique === true,
    options: attribute.enum ?? null,
    fallback: plain ? fallback : null,
  };
}

function limitOf(limit: unknown): number | null {
  const number = limit === undefined || limit === null ? Number.NaN : Number(limit);
  return Number.isFinite(number) ? number : null;
}

/** A schema in JSON holds the pattern as text, one in TypeScript perhaps as a regular expression. */
function patternOf(regex: unknown): string | null {
  if (regex instanceof RegExp) return regex.source;
  return typeof regex === 'string' ? regex : null;
}

function describeLink(joinTable: NonNullable<AttributeMeta['joinTable']>, target: string): LinkPlan {
  return {
    table: joinTable.name,
    from: joinTable.joinColumn.name,
    to: joinTable.inverseJoinColumn.name,
    order: joinTable.orderColumnName ?? null,
    target,
  };
}

function describeComponent(
  strapi: Core.Strapi,
  component: string,
  joinTable: NonNullable<AttributeMeta['joinTable']>,
): ComponentPlan {
  const meta = strapi.db.metadata.get(component);
  const scalars = Object.entries(meta.attributes)
    .map(([name, raw]) => [name, raw as unknown as AttributeMeta] as const)
    .filter(([, attribute]) => attribute.type !== 'relation');
  return {
    table: joinTable.name,
    from: joinTable.joinColumn.name,
    to: joinTable.inverseJoinColumn.name,
    component,
    componentTable: meta.tableName,
    columns: Object.fromEntries(scalars.map(([name, attribute]) => [name, describeColumn(attribute)])),
  };
}
