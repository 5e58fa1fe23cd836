/** What the name of a member says of where it belongs. */
export type MemberPath =
  | { readonly is: 'file'; readonly path: string }
  | { readonly is: 'folder' | 'hidden' }
  /** It would leave the folder it is unpacked in, on some system. */
  | { readonly is: 'unsafe' };

const LONGEST = 4096;

/**
 * The path of a member, parted by `/`. Nothing is unpacked to disk, but the path becomes the article's, and whoever
 * follows it later must not be led elsewhere. `./a//b.txt` -> `a/b.txt`; `../a`, `/a`, `C:a`, `a\b` are unsafe.
 */
export function memberPath(name: string): MemberPath {
  const segments = name.split('/').filter((segment) => segment !== '' && segment !== '.');
  const leadsOut = name.startsWith('/') || /^[A-Za-z]:/.test(segments[0] ?? '') || segments.includes('..');
  if (leadsOut || name.includes('\0') || name.includes('\\') || name.length > LONGEST)
    return { is: 'unsafe' };
  if (name.endsWith('/') || segments.length === 0) return { is: 'folder' };
  if (segments.some((segment) => segment.startsWith('.') || segment === '__MACOSX')) return { is: 'hidden' };
  return { is: 'file', path: segments.join('/') };
}
