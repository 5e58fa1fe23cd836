/** EDTF levels 0 to 2: what is valid must be taken, what is not must be refused. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { core } from '../../../scripts/load-core.mjs';
import { share } from '../shares.mjs';
import { table } from '../../results/table.mjs';

const { boundsOf } = core('dates/bounds');

export const edtf = {
  title: 'EDTF',
  needs: ['edtf-validate/cases.json'],
  async measure({ corpus }) {
    const cases = JSON.parse(readFileSync(join(corpus, 'edtf-validate', 'cases.json'), 'utf8'));
    const rows = Object.entries(cases).flatMap(([name, list]) => {
      if (!Array.isArray(list)) return [];
      const valid = !/invalid/i.test(name);
      const right = list.filter((one) => (boundsOf(one) !== null) === valid);
      return [[name, valid ? 'valid' : 'invalid', share(right.length, list.length)]];
    });
    return { lines: table(['cases', 'are', 'judged so'], rows) };
  },
};
