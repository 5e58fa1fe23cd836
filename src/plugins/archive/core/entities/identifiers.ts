/** An authority file that others keep, and how it names its records. */
export interface IdentifierScheme {
  readonly title: string;
  /** What an identifier looks like, for a person who mistyped it. */
  readonly sample: string;
  readonly pattern: RegExp;
  /** Spellings that mean the same are written one way: `0000 0001 2103 2683` without its spaces. */
  readonly normalise: (text: string) => string;
  /** Why a well-formed one is still none; null where nothing is wrong. */
  readonly fault: (identifier: string) => string | null;
  readonly address: (identifier: string) => string;
}

const nothingWrong = (): null => null;
const withoutAddress = (text: string) =>
  text.replace(/^https?:\/\/[^/]+\/(?:[a-z]+\/)?/i, '').replace(/\/.*$/, '');

export const IDENTIFIER_SCHEMES = {
  wikidata: {
    title: 'Wikidata',
    sample: 'Q42',
    pattern: /^Q[1-9][0-9]{0,11}$/,
    normalise: (text) => withoutAddress(text).toUpperCase(),
    fault: nothingWrong,
    address: (id) => `https://www.wikidata.org/wiki/${id}`,
  },
  viaf: {
    title: 'VIAF',
    sample: '102333412',
    pattern: /^[1-9][0-9]{0,21}$/,
    normalise: withoutAddress,
    fault: nothingWrong,
    address: (id) => `https://viaf.org/viaf/${id}`,
  },
  geonames: {
    title: 'GeoNames',
    sample: '2950159',
    pattern: /^[1-9][0-9]{0,11}$/,
    normalise: withoutAddress,
    fault: nothingWrong,
    address: (id) => `https://www.geonames.org/${id}`,
  },
  isni: {
    title: 'ISNI',
    sample: '0000000121032683',
    pattern: /^[0-9]{15}[0-9X]$/,
    normalise: (text) =>
      withoutAddress(text)
        .replace(/^isni:?\s*/i, '')
        .replace(/[\s-]/g, '')
        .toUpperCase(),
    fault: (isni) =>
      isni.endsWith(checkDigit(isni))
        ? null
        : `its last character should be ${checkDigit(isni)}, so one of the others is mistyped`,
    address: (id) => `https://isni.org/isni/${id}`,
  },
} as const satisfies Readonly<Record<string, IdentifierScheme>>;

export type IdentifierName = keyof typeof IDENTIFIER_SCHEMES;

/** Longer than any identifier with its address around it. */
const LONGEST = 200;

/** An identifier as it is to be kept, or why it is none. */
export type ReadIdentifier = { readonly identifier: string } | { readonly fault: string };

export function isIdentifierName(name: string): name is IdentifierName {
  return Object.hasOwn(IDENTIFIER_SCHEMES, name);
}

/** `https://www.wikidata.org/wiki/Q42` or ` q42` -> `Q42`. */
export function readIdentifier(name: IdentifierName, text: string): ReadIdentifier {
  const { title, sample, pattern, normalise, fault }: IdentifierScheme = IDENTIFIER_SCHEMES[name];
  const identifier = text.length > LONGEST ? '' : normalise(text.trim());
  const shown = text.slice(0, 50);
  if (!pattern.test(identifier))
    return { fault: `"${shown}" is no ${title} identifier: write it like ${sample}.` };
  const wrong = fault(identifier);
  return wrong === null ? { identifier } : { fault: `"${shown}" is no ${title} identifier: ${wrong}.` };
}

/** Where the record of an identifier is found; null for what is none. */
export function identifierAddress(name: IdentifierName, text: string): string | null {
  const read = readIdentifier(name, text);
  return 'identifier' in read ? IDENTIFIER_SCHEMES[name].address(read.identifier) : null;
}

/** ISO 7064 MOD 11-2 over the first 15 digits: what the 16th character must be. */
function checkDigit(isni: string): string {
  const sum = [...isni.slice(0, 15)].reduce((total, digit) => ((total + Number(digit)) * 2) % 11, 0);
  const rest = (12 - sum) % 11;
  return rest === 10 ? 'X' : String(rest);
}
