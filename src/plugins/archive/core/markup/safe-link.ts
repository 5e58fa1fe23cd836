const SAFE = new Set(['http:', 'https:', 'mailto:']);
const LONGEST = 4096;

/**
 * The address of a link as it may be shown: absolute and http, https or mailto. Null for scripts, data, files, and for
 * relative addresses where no base tells what they are relative to.
 */
export function safeLink(address: string, base: string | null = null): string | null {
  const trimmed = address.trim();
  if (trimmed === '' || trimmed.length > LONGEST || trimmed.startsWith('#')) return null;
  const url = parsed(trimmed, base);
  return url !== null && SAFE.has(url.protocol) ? url.href : null;
}

function parsed(address: string, base: string | null): URL | null {
  try {
    return base === null ? new URL(address) : new URL(address, base);
  } catch {
    return null;
  }
}
