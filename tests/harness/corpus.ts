import { existsSync } from 'node:fs';
import path from 'node:path';

import { PROJECT } from './project';
import type { Requirement } from './requirement';

/** Real material that is not ours to publish: it lies beside the repository where somebody has it. */
export const CORPUS = path.resolve(PROJECT, '..', 'shared', 'corpus');

export const corpus: Requirement = {
  name: 'the corpus',
  missing: existsSync(CORPUS) ? null : 'There is no folder ../shared/corpus beside the repository.',
};
