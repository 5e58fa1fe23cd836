import { CommandError } from '../exit-code';
import type { Output } from '../output';
import { findProject } from './find-project';
import { openSite, type Site } from './open-site';

/** Where a command was typed, and where it prints. */
export interface Place {
  readonly cwd: string;
  readonly output: Output;
}

/** Opens the site of the project here, lets a command work with it and closes it whatever happens. */
export async function withSite<Result>(
  { cwd }: Place,
  work: (site: Site, project: string) => Promise<Result>,
): Promise<Result> {
  const project = findProject(cwd, process.env['ARCHIVE_PROJECT']);
  if (project === null) {
    throw new CommandError(
      'No Strapi project here. Run this inside the project, or set ARCHIVE_PROJECT to its folder.',
    );
  }
  const site = await openSite(project);
  try {
    return await work(site, project);
  } finally {
    await site.close();
  }
}

/** A job number as it was typed. */
export function jobNumber(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new CommandError(`"${text}" is not a job number. "strapi-archive jobs" lists them.`);
}
