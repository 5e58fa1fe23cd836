/** One long import, watched from outside: does it get slower, does it need more and more memory? */
import { readFileSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { jobSeconds, jobStatus, startImport } from './command-line.mjs';
import { preparedDatabase } from './compare/compare.mjs';
import { writeInventedLines } from './invented-lines.mjs';

const FIRST_MEMORY_AT = 10_000;
const EVERY_MS = 1000;

/** An article takes 3 KB in its file, its rows and their indexes about 20 KB, with room for the log beside them. */
const BYTES_A_RECORD = 30_000;

/** @throws {Error} where the disk is too small for so many records */
export function refuseWithoutSpace(folder, records) {
  const { bavail, bsize } = statfsSync(folder);
  const needed = records * BYTES_A_RECORD;
  const gigabytes = (bytes) => `${(bytes / 1e9).toFixed(1)} GB`;
  if (bavail * bsize < needed) {
    throw new Error(
      `${folder} has ${gigabytes(bavail * bsize)} free; ${records} records need ${gigabytes(needed)}.`,
    );
  }
}

/** @returns rates of the first and the last tenth (records a second) and peak memory (bytes) at two points */
export async function growth(kind, { growthRecords: records, folder, left, say }) {
  refuseWithoutSpace(folder, records);
  say(`growth on ${kind}: writing ${records} articles`);
  const dump = await writeInventedLines(join(folder, 'growth'), records);
  const database = await preparedDatabase(kind, { folder, left });
  const bytesBefore = await database.bytes();
  const progress = database.jobProgress();
  const { id: preparing } = await progress.read();
  const { child, ended } = startImport(dump, { database, left });
  const samples = await watch(child, { progress, preparing, say });
  await progress.close();
  const { code, stdout, stderr } = await ended;
  if (code !== 0) throw new Error(`The import ended with ${code}.\n${stdout}\n${stderr}`);
  const report = JSON.parse(stdout.trimEnd().split('\n').at(-1));
  const status = await jobStatus(report.job, { database, left });
  const result = {
    version: await database.version(),
    records,
    seconds: jobSeconds(status),
    rate: records / jobSeconds(status),
    databaseBytes: (await database.bytes()) - bytesBefore,
    ...speeds(samples, Date.parse(status.startedAt), Date.parse(status.endedAt), records),
    ...memory(samples),
  };
  await database.drop();
  return result;
}

/** A sample each second: when, how many records, the most memory that the process has had so far. */
async function watch(child, { progress, preparing, say }) {
  const samples = [];
  let told = 0;
  while (child.exitCode === null && child.signalCode === null) {
    const job = await progress.read();
    const peak = peakMemory(child.pid);
    if (job.id !== preparing && peak !== null) samples.push({ at: job.at, records: job.records, peak });
    if (samples.length >= told + 60) {
      told = samples.length;
      say(`  ${job.records} records, ${Math.round(peak / 1e6)} MB`);
    }
    await wait(EVERY_MS);
  }
  return samples;
}

/** VmHWM counts the worker threads, too. Null once the process has ended. */
function peakMemory(pid) {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) * 1024;
  } catch {
    return null;
  }
}

function speeds(samples, startedAt, endedAt, records) {
  const line = [{ at: startedAt, records: 0 }, ...samples, { at: endedAt, records }];
  const tenth = records / 10;
  const first = (tenth / (whenAt(line, tenth) - startedAt)) * 1000;
  const last = (tenth / (endedAt - whenAt(line, records - tenth))) * 1000;
  return {
    firstTenthRate: first,
    lastTenthRate: last,
    ratio: last / first,
    target: 0.8,
    met: last / first >= 0.8,
  };
}

/** When so many records were done, between two samples in a straight line. */
function whenAt(line, records) {
  const next = line.findIndex((sample) => sample.records >= records);
  const [before, after] = [line[next - 1], line[next]];
  const part = (records - before.records) / (after.records - before.records);
  return before.at + part * (after.at - before.at);
}

const MEMORY_TARGET = 150e6;

/** Where the import is shorter than the first point of measure, there is no growth to tell. */
function memory(samples) {
  const first = samples.find(({ records }) => records >= FIRST_MEMORY_AT)?.peak ?? null;
  const last = samples.at(-1)?.peak ?? null;
  const grown = first === null || last === null ? null : last - first;
  return {
    peakAtFirst: first,
    peakAtEnd: last,
    memoryGrowth: grown,
    memoryTarget: MEMORY_TARGET,
    memoryMet: grown === null ? null : grown < MEMORY_TARGET,
  };
}
