import { verifyVault, type Finding } from '../../server/src/vault/verify-vault';
import { vaultOfSite } from '../../server/src/vault/vault-of-site';
import { EXIT, type ExitCode } from '../exit-code';
import { withSite, type Place } from '../project/site-command';

const TROUBLE: Readonly<Record<Exclude<Finding['state'], 'sound'>, string>> = {
  missing: 'is missing. Put it back from a backup',
  changed: 'has other bytes than were imported. Put the right ones back from a backup',
  unreadable: 'cannot be read. Check the disk and the rights',
  unknown: 'is in the vault, and no import knows it',
};

/** `vault verify`: reads all originals again; one line for each that is not as it was, and a sum. */
export async function verify(options: { readonly json?: boolean }, place: Place): Promise<ExitCode> {
  return withSite(place, async ({ knex, plan, project }) => {
    const counts: Record<Finding['state'], number> = {
      sound: 0,
      missing: 0,
      changed: 0,
      unreadable: 0,
      unknown: 0,
    };
    for await (const finding of verifyVault(knex, plan, vaultOfSite(plan, project))) {
      counts[finding.state] += 1;
      if (options.json === true) await place.output.result(JSON.stringify(finding));
      else if (finding.state !== 'sound') await place.output.result(sentence(finding, finding.state));
    }
    const { sound, ...troubles } = counts;
    const sum = Object.entries(troubles).map(([state, count]) => `${count} ${state}`);
    place.output.remark(`${sound} originals are as they were imported; ${sum.join(', ')}.`);
    return Object.values(troubles).some((count) => count > 0) ? EXIT.someRefused : EXIT.allWell;
  });
}

function sentence({ dumpPath, path, sha256 }: Finding, state: keyof typeof TROUBLE): string {
  const file = dumpPath === null ? sha256 : `${dumpPath} (${path ?? sha256})`;
  return `${file} ${TROUBLE[state]}.`;
}
