/** What the content manager knows of an article that carries archive metadata. */
export interface ArchiveDocument {
  readonly legacyId?: string | null;
  readonly legacyUrl?: string | null;
  readonly dumpPath?: string | null;
  readonly dateText?: string | null;
  readonly dateEdtf?: string | null;
  readonly dateBasis?: string | null;
  readonly rights?: string | null;
  readonly withdrawnAt?: string | null;
  readonly withdrawnReason?: string | null;
  readonly locale?: string | null;
}
