import type { Issue } from '../../../../core/issue';
import type { ParsedRecord } from '../input/parsed-record';
import { ERA } from '../../plugin-id';
import { typeOf, type WritePlan } from '../plan/write-plan';
import { checkComponent, checkValues } from './check-values';
import type { NewRecord } from './create-records';
import { newSource } from './link-sources';
import { newMedia } from './media-values';

/**
 * Issues for what the record says of its era, its source and its media and Strapi would refuse. They are created with
 * the article and published at once, so drafts have no milder rules here.
 */
export function checkRelated(plan: WritePlan, parsed: ParsedRecord): Issue[] {
  const { era, source, media } = parsed.draft;
  const issues: Issue[] = [];
  const check = (uid: string, record: Pick<NewRecord, 'values' | 'components'>, given: readonly string[]) => {
    const type = typeOf(plan, uid);
    const label = uid.slice(uid.lastIndexOf('.') + 1);
    for (const found of checkValues(type, record.values, {}, { published: true, given })) {
      issues.push({ ...found, found: `${label} ${found.found}` });
    }
    for (const [name, items] of Object.entries(record.components ?? {})) {
      const columns = type.components[name]?.columns ?? {};
      for (const item of items) issues.push(...checkComponent(columns, item, `${label} ${name}`));
    }
  };
  if (era.name !== null) check(ERA, { values: { name: era.name, coverage: era.coverage } }, ['slug']);
  const { source: sources, media: items } = plan.content;
  if (sources && source.name !== null) {
    check(sources.uid, newSource({ plan }, parsed), givenLater(sources.attributes.slug));
  }
  if (items) for (const one of media) check(items.uid, newMedia(plan, parsed, one), []);
  return issues;
}

function givenLater(slug: string | null | undefined): string[] {
  return slug ? [slug] : [];
}
