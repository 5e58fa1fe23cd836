/** Largest record that is read where nobody says otherwise, in bytes. */
export const DEFAULT_MAX_RECORD_BYTES = 16 * 1024 * 1024;

/** Longest time that one record may take to parse, in milliseconds. */
export const DEFAULT_RECORD_TIMEOUT = 30_000;
