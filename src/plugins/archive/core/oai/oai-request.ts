import { isDay } from '../dates/calendar';
import { readResumptionToken, readSetSpec, type Harvest } from './harvest';
import { METADATA_PREFIXES, type MetadataPrefix } from './metadata-formats';
import type { OaiFault } from './oai-fault';

export type OaiRequest =
  | { readonly verb: 'Identify' }
  | { readonly verb: 'ListMetadataFormats'; readonly identifier: string | null }
  | { readonly verb: 'ListSets' }
  | { readonly verb: 'GetRecord'; readonly identifier: string; readonly prefix: MetadataPrefix }
  | { readonly verb: 'ListIdentifiers' | 'ListRecords'; readonly harvest: Harvest };

type Arguments = ReadonlyMap<string, string>;

interface Verb {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly read: (given: Arguments) => OaiRequest | OaiFault;
}

const list = (verb: 'ListIdentifiers' | 'ListRecords'): Verb => ({
  required: ['metadataPrefix'],
  optional: ['from', 'until', 'set'],
  read: (given) => {
    const harvest = readHarvest(given);
    return 'fault' in harvest ? harvest : { verb, harvest };
  },
});

const VERBS: Readonly<Record<string, Verb>> = {
  Identify: { required: [], optional: [], read: () => ({ verb: 'Identify' }) },
  ListMetadataFormats: {
    required: [],
    optional: ['identifier'],
    read: (given) => ({ verb: 'ListMetadataFormats', identifier: given.get('identifier') ?? null }),
  },
  ListSets: { required: [], optional: [], read: () => ({ verb: 'ListSets' }) },
  GetRecord: {
    required: ['identifier', 'metadataPrefix'],
    optional: [],
    read: (given) => {
      const prefix = readPrefix(given);
      if (typeof prefix !== 'string') return prefix;
      return { verb: 'GetRecord', identifier: given.get('identifier') ?? '', prefix };
    },
  },
  ListIdentifiers: list('ListIdentifiers'),
  ListRecords: list('ListRecords'),
};

/** Reads what a harvester sent, strictly: the protocol forbids arguments that it does not know. */
export function readOaiRequest(parameters: readonly (readonly [string, string])[]): OaiRequest | OaiFault {
  const given = new Map(parameters);
  const name = given.get('verb') ?? '';
  const verb = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
  if (!verb || parameters.filter(([key]) => key === 'verb').length > 1) {
    return { fault: 'badVerb', message: `The verb is one of: ${Object.keys(VERBS).join(', ')}.` };
  }
  if (given.size < parameters.length) return badArgument('An argument is given twice.');
  given.delete('verb');
  const token = given.get('resumptionToken');
  if (token !== undefined) return resumed(name, token, given);
  const missing = verb.required.filter((key) => !given.get(key));
  if (missing.length > 0) return badArgument(`${name} needs ${missing.join(' and ')}.`);
  const allowed = new Set([...verb.required, ...verb.optional]);
  const strange = [...given.keys()].find((key) => !allowed.has(key));
  if (strange !== undefined) return badArgument(`${name} takes no argument "${strange.slice(0, 50)}".`);
  return verb.read(given);
}

function resumed(verb: string, token: string, given: Arguments): OaiRequest | OaiFault {
  if (given.size > 1) return badArgument('resumptionToken stands alone.');
  const isList = verb === 'ListIdentifiers' || verb === 'ListRecords';
  if (!isList && verb !== 'ListSets') return badArgument(`${verb} takes no resumptionToken.`);
  const harvest = isList ? readResumptionToken(token) : null;
  if (!isList || harvest === null) {
    return { fault: 'badResumptionToken', message: 'This resumption token was not given by this archive.' };
  }
  return { verb, harvest };
}

function readHarvest(given: Arguments): Harvest | OaiFault {
  const prefix = readPrefix(given);
  if (typeof prefix !== 'string') return prefix;
  const [from, until] = [given.get('from'), given.get('until')];
  if (from !== undefined && until !== undefined && from.length !== until.length) {
    return badArgument('from and until must be equally exact.');
  }
  const first = from === undefined ? null : readDatestamp(from);
  const last = until === undefined ? null : readDatestamp(until);
  if (Number.isNaN(first) || Number.isNaN(last)) {
    return badArgument('Dates are written 2005-07-14 or 2005-07-14T09:30:00Z.');
  }
  if (first !== null && last !== null && first > last) return badArgument('from is later than until.');
  // `until` itself is included: the whole day, or the whole second.
  const before = last === null ? null : last + (until?.length === 10 ? 86_400_000 : 1000);
  const name = given.get('set');
  const set = name === undefined ? null : readSetSpec(name);
  if (name !== undefined && set === null) return badArgument('There is no such set. ListSets lists them.');
  return { prefix, from: first, before, set, after: null };
}

function readPrefix(given: Arguments): MetadataPrefix | OaiFault {
  const prefix = METADATA_PREFIXES.find((name) => name === given.get('metadataPrefix'));
  if (prefix !== undefined) return prefix;
  const message = `Records can be had as: ${METADATA_PREFIXES.join(', ')}.`;
  return { fault: 'cannotDisseminateFormat', message };
}

const DATESTAMP = /^(\d{4})-(\d\d)-(\d\d)(?:T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ)?$/;

/** Milliseconds since 1970; NaN for what is no date of the protocol. */
function readDatestamp(text: string): number {
  const [, year, month, day] = DATESTAMP.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return Number.NaN;
  return isDay({ year, month, day }) && year >= 1970 ? Date.parse(text) : Number.NaN;
}

function badArgument(message: string): OaiFault {
  return { fault: 'badArgument', message };
}
