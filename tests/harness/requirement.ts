/** Something outside the repository that a test needs: a server, a browser, a folder. */
export interface Requirement {
  readonly name: string;
  /** Why it cannot be used here; null where it can. */
  readonly missing: string | null;
}

/**
 * A `describe` whose tests need something that not every machine has. Where it is missing they are skipped and
 * the reason is printed; under `CI` a skip is a failure, because there nobody would notice what was not tested.
 */
export function describeWith(requirement: Requirement, title: string, tests: () => void): void {
  const { name, missing } = requirement;
  if (missing === null) {
    describe(title, tests);
  } else if (process.env['CI']) {
    describe(title, () => {
      it(`has ${name}`, () => {
        throw new Error(`CI is set, so nothing may be skipped. ${missing}`);
      });
    });
  } else {
    process.stderr.write(`Skipped "${title}": ${missing}\n`);
    describe.skip(title, tests);
  }
}
