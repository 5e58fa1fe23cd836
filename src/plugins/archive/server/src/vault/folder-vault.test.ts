import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { folderVault } from './folder-vault';

const hashOf = (content: string) => createHash('sha256').update(content).digest('hex');

describe('a vault in a folder', () => {
  let folder: string;
  const place = () => join(folder, 'vault');
  const write = (content: string) => {
    const path = join(folder, `${hashOf(content).slice(0, 8)}.txt`);
    writeFileSync(path, content);
    return path;
  };
  const listed = async () => {
    const hashes: string[] = [];
    for await (const hash of folderVault(place()).list()) hashes.push(hash);
    return hashes;
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'backfile-vault-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('keeps a file once, under its hash, for reading only', async () => {
    const vault = folderVault(place());
    await vault.keep(write('A page.'), hashOf('A page.'));
    await vault.keep(write('A page.'), hashOf('A page.'));
    const file = await vault.borrow(hashOf('A page.'));
    expect(readFileSync(file?.path ?? '', 'utf8')).toBe('A page.');
    expect(statSync(file?.path ?? '').mode & 0o777).toBe(0o444);
    expect(await listed()).toEqual([hashOf('A page.')]);
  });

  it('refuses a file that has other bytes, and leaves nothing behind', async () => {
    await expect(folderVault(place()).keep(write('A page.'), hashOf('Another.'))).rejects.toThrow(
      'changed while',
    );
    expect(await listed()).toEqual([]);
    expect(readdirSync(join(place(), 'unfinished'))).toEqual([]);
  });

  it('does not have what it was not given, and takes no path for a hash', async () => {
    const vault = folderVault(place());
    expect(await vault.borrow(hashOf('Nothing.'))).toBeNull();
    await expect((async () => vault.borrow('../../../etc/passwd'))()).rejects.toThrow('no SHA-256');
    expect(existsSync(place())).toBe(false);
    expect(await listed()).toEqual([]);
  });

  it('lets go of a file that must be erased', async () => {
    const vault = folderVault(place());
    await vault.keep(write('A page.'), hashOf('A page.'));
    await vault.remove(hashOf('A page.'));
    expect(await vault.borrow(hashOf('A page.'))).toBeNull();
  });
});
