import { AUTHORITY_TYPES } from './authority';
import { LARGEST_BATCH } from './reconciliation-request';

/** What the service at an address can do, as the Reconciliation Service API 0.2 has it. */
export function manifest(address: string) {
  const at = (service_path: string) => ({ service_url: address, service_path });
  return {
    versions: ['0.2'],
    name: 'Entities and sources of the archive',
    identifierSpace: `${address}/records`,
    schemaSpace: `${address}/properties`,
    defaultTypes: AUTHORITY_TYPES.filter(({ id }) => id === 'entity' || id === 'source'),
    batchSize: LARGEST_BATCH,
    view: { url: `${address}/preview?id={{id}}` },
    preview: { url: `${address}/preview?id={{id}}`, width: 400, height: 200 },
    suggest: {
      entity: at('/suggest-entity'),
      property: at('/suggest-property'),
      type: at('/suggest-type'),
    },
    extend: { propose_properties: at('/properties'), property_settings: [] },
  };
}
