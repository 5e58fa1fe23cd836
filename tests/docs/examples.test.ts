import { readFileSync } from 'node:fs';
import path from 'node:path';

import { bootSite, type Site } from '../harness/boot-site';
import { createDatabase } from '../harness/databases';
import { PROJECT } from '../harness/project';
import { runCommand } from '../harness/run-command';
import type { TestDatabase } from '../harness/test-database';
import { examplesIn, patternOf } from './readme-examples';

const README = readFileSync(path.join(PROJECT, 'README.md'), 'utf8');
const COMMAND_LINE = 'npx strapi-archive ';
const DEMO = 'http://localhost:1337';

/** What the README shows is what a reader gets who tries it. */
describe('the examples of the README', () => {
  const examples = examplesIn(README);
  let database: TestDatabase;
  let site: Site;
  let ledger: string;

  beforeAll(async () => {
    database = await createDatabase('sqlite');
    const imported = await runCommand(['import', 'samples'], { env: database.env });
    ledger = imported.stdout;
    site = await bootSite({ database, listen: true, env: { ARCHIVE_PUBLIC_READ: 'true' } });
  });
  afterAll(async () => {
    await site.close();
    await database.drop();
  });

  it('are there: one of the command line, one of REST, one of GraphQL', () => {
    const kinds = examples.map(({ command }) => command.replace(/^(npx strapi-archive \w+|curl).*/s, '$1'));
    expect(kinds).toEqual(['npx strapi-archive parse', 'curl', 'curl']);
  });

  it.each(examples.filter(({ command }) => command.startsWith(COMMAND_LINE)))('$command', async (example) => {
    const { code, lines } = await runCommand(example.command.slice(COMMAND_LINE.length).split(' '));
    expect(code).toBe(0);
    expect(lines).toEqual([patternOf(example.answer)]);
  });

  it.each(examples.filter(({ command }) => command.startsWith('curl ')))('$command', async (example) => {
    const response = await request(example.command, site.url ?? '');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(patternOf(example.answer));
  });

  it('show the ledger of the demo', () => {
    const shown = /^```\n(Import job 1, [^]*?)^```$/m.exec(README)?.[1];
    expect(ledger).toBe(shown);
  });
});

/** Does what `curl` would with such a command line. */
function request(command: string, base: string): Promise<Response> {
  const address = /(?<=^|[\s'])http:[^\s']+/.exec(command)?.[0];
  if (address === undefined) throw new Error(`No address in: ${command}`);
  const body = / -d '([^']*)'/.exec(command)?.[1];
  const headers = { 'content-type': 'application/json' };
  return fetch(address.replace(DEMO, base), body === undefined ? {} : { method: 'POST', headers, body });
}
