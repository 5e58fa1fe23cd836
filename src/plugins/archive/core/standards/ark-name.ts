/** What an ARK of this archive names. */
export interface ArkName {
  readonly documentId: string;
  readonly locale: string | null;
}

/**
 * Reads `ark:12345/hq3x….en`, and the older spelling `ark:/12345/…`. Hyphens mean nothing in the name of an ARK, since
 * printers break lines at them. Null for one that somebody else assigned.
 */
export function readArkName(ark: string, naan: string): ArkName | null {
  const [, owner, name = '', locale] =
    /^ark:\/?([a-z0-9]{5,9})\/([A-Za-z0-9-]{1,64})(?:\.([A-Za-z0-9-]{1,35}))?$/.exec(ark) ?? [];
  const documentId = name.replaceAll('-', '').toLowerCase();
  return owner === naan && documentId !== '' ? { documentId, locale: locale ?? null } : null;
}
