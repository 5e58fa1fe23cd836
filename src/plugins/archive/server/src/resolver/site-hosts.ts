import { hostName } from '../../../core/dedupe/url-candidates';
import { pageUrl } from '../../../core/dedupe/canonical-url';
import { fromJson } from '../import/write/cell-of';
import type { Knex } from 'knex';

import { typeOf, type WritePlan } from '../import/plan/write-plan';
import { ERA } from '../plugin-id';

/** The other hosts under which a site was known, as its eras name them (`siteUrl` and `siteUrls`). */
export async function siteHosts(knex: Knex, plan: WritePlan): Promise<(host: string) => readonly string[]> {
  const rows: { siteUrl: string | null; siteUrls: unknown }[] = await knex(typeOf(plan, ERA).table).select({
    siteUrl: 'site_url',
    siteUrls: 'site_urls',
  });
  const groups = rows.map(({ siteUrl, siteUrls }) => {
    const listed: unknown = fromJson(siteUrls);
    const all = [siteUrl, ...(Array.isArray(listed) ? (listed as unknown[]) : [])];
    return [...new Set(all.flatMap((address) => hostOf(address)))];
  });
  return (host) => groups.filter((hosts) => hosts.includes(host)).flat();
}

/** People write `courier.example` as well as `http://www.courier.example/`. */
function hostOf(address: unknown): string[] {
  if (typeof address !== 'string') return [];
  const url = pageUrl(address) ?? pageUrl(`http://${address}`);
  return url === null ? [] : [hostName(url)];
}
