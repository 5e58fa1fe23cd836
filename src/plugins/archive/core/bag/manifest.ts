/** A file of a bag: its path from the bag's folder, with `/`, and the SHA-256 of its bytes in hexadecimal. */
export interface BagFile {
  readonly path: string;
  readonly sha256: string;
}

const LINE = /^([0-9a-fA-F]{64})[ \t]{1,16}(.+)$/;

/** The text of `manifest-sha256.txt`, files in the order given. RFC 8493, section 2.1.3. */
export function manifestText(files: readonly BagFile[]): string {
  return files.map(({ path, sha256 }) => `${sha256}  ${encodedPath(path)}\n`).join('');
}

/** The files that a manifest names, and the numbers of the lines, from 1, that are not such. */
export function readManifest(text: string): {
  readonly files: readonly BagFile[];
  readonly wrongLines: readonly number[];
} {
  const files: BagFile[] = [];
  const wrongLines: number[] = [];
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (line === '') continue;
    const [, sha256, path] = LINE.exec(line) ?? [];
    if (sha256 === undefined || path === undefined) wrongLines.push(index + 1);
    else files.push({ path: decodedPath(path), sha256: sha256.toLowerCase() });
  }
  return { files, wrongLines };
}

/** Whether a path of a manifest stays inside the bag's folder, whatever the system. */
export function isInsideBag(path: string): boolean {
  if (path === '' || path.startsWith('/') || path.includes('\\') || path.includes('\0')) return false;
  return !path.split('/').some((part) => part === '' || part === '.' || part === '..' || part.includes(':'));
}

/** What would end a line, and the sign that says so, are written as `%0A`, `%0D` and `%25`. */
function encodedPath(path: string): string {
  return path.replace(/[%\r\n]/g, (character) => encodeURIComponent(character));
}

function decodedPath(path: string): string {
  return path.replace(/%(0A|0D|25)/gi, (escape) => decodeURIComponent(escape));
}
