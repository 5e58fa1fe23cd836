import type { ComponentType } from 'react';

import type { Right } from '../access/use-rights';
import type { TextKey } from '../text/use-text';

/** One page of the archive, loaded when it is first opened. */
export interface PageRoute {
  /** Below `/plugins/archive/`; parameters as React Router writes them. */
  readonly path: string;
  readonly right: Right;
  /** What the archive's own menu calls it; pages without are reached from others. */
  readonly label?: TextKey;
  readonly load: () => Promise<ComponentType>;
}
