/** What the protocol answers to a request that it cannot fulfil, with status 200 all the same. */
export const OAI_FAULTS = [
  'badArgument',
  'badResumptionToken',
  'badVerb',
  'cannotDisseminateFormat',
  'idDoesNotExist',
  'noRecordsMatch',
] as const;

export interface OaiFault {
  readonly fault: (typeof OAI_FAULTS)[number];
  readonly message: string;
}

export function isFault(value: object): value is OaiFault {
  return 'fault' in value;
}
