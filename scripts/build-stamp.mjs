/**
 * Says whether a build is stale: a digest of its inputs is kept beside `node_modules` when it succeeds.
 * Contents are compared, not times, so that switching branches back and forth does not build again.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

import { PROJECT } from './project-paths.mjs';

const NOT_BUILT = /(^|[\\/])(node_modules|dist)([\\/]|$)|\.test\.tsx?$|\.md$/;

/** @param {{ name: string, inputs: string[], skip?: string[], outputs: string[] }} build paths are absolute */
export function isStale(build) {
  if (!build.outputs.every((path) => existsSync(path))) return true;
  const file = stampFile(build);
  return !existsSync(file) || readFileSync(file, 'utf8') !== stampOf(build);
}

/** To be called with the stamp taken before the build began: what changes meanwhile is built next time. */
export function writeStamp(build, stamp) {
  const file = stampFile(build);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, stamp);
}

/** Forgets the last success, so that a build that breaks off is not taken for a finished one. */
export function removeStamp(build) {
  rmSync(stampFile(build), { force: true });
}

export function stampOf({ inputs, skip = [] }) {
  const hash = createHash('sha256').update(`node ${process.versions.node.split('.')[0]}\n`);
  for (const file of inputs.flatMap((input) => filesIn(input, skip))) {
    hash
      .update(`${relative(PROJECT, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return `${JSON.stringify({ inputs: hash.digest('hex') })}\n`;
}

const stampFile = ({ name }) => join(PROJECT, 'node_modules', '.cache', 'backfile', `${name}.json`);

function filesIn(path, skip) {
  if (!existsSync(path) || skip.includes(path) || NOT_BUILT.test(relative(PROJECT, path))) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name), skip));
}
