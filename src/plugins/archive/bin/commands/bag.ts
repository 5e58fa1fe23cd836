import { resolve } from 'node:path';

import { exportArchive } from '../../server/src/bag/export-archive';
import { importArchive } from '../../server/src/bag/import-archive';
import { bagFaults } from '../../server/src/bag/verify-bag';
import { actorOfProcess } from '../../server/src/events/actor';
import { addEvent } from '../../server/src/events/archive-event';
import { workOff } from '../../server/src/search/index-when-listening';
import { vaultOfSite } from '../../server/src/vault/vault-of-site';
import { EXIT, type ExitCode } from '../exit-code';
import { withSite, type Place } from '../project/site-command';

/** `bag export FOLDER`: the whole archive as a bag (RFC 8493). */
export async function exportBag(folder: string, place: Place): Promise<ExitCode> {
  return withSite(place, async ({ knex, plan, project }) => {
    const target = resolve(place.cwd, folder);
    const vault = vaultOfSite(plan, project);
    const now = new Date();
    const onStep = (what: string) => {
      place.output.remark(`writing ${what}`);
    };
    const { tables, originals } = await exportArchive(knex, plan, vault, { folder: target, now, onStep });
    await knex.transaction((trx) =>
      addEvent(
        trx,
        plan,
        { kind: 'exported', actor: actorOfProcess(), details: { bag: target, originals } },
        now,
      ),
    );
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    await place.output.result(JSON.stringify({ bag: target, tables: tables.length, rows, originals }));
    return EXIT.allWell;
  });
}

/** `bag verify FOLDER`: one line for each fault of a bag; needs no database. */
export async function verifyBag(folder: string, { cwd, output }: Place): Promise<ExitCode> {
  const faults = await bagFaults(resolve(cwd, folder));
  for (const fault of faults) await output.result(fault);
  output.remark(faults.length === 0 ? 'The bag is complete and valid.' : 'Do not trust this bag.');
  return faults.length === 0 ? EXIT.allWell : EXIT.someRefused;
}

/** `bag import FOLDER`: the archive of a bag into an empty project. */
export async function importBag(folder: string, place: Place): Promise<ExitCode> {
  return withSite(place, async ({ knex, plan, project }) => {
    const onStep = (what: string) => {
      place.output.remark(`reading ${what}`);
    };
    const settings = { folder: resolve(place.cwd, folder), actor: actorOfProcess(), now: new Date(), onStep };
    const { tables, originals } = await importArchive(knex, plan, vaultOfSite(plan, project), settings);
    onStep('what can be searched');
    if (plan.search) await workOff(knex, plan.search);
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    await place.output.result(JSON.stringify({ tables: tables.length, rows, originals }));
    return EXIT.allWell;
  });
}
