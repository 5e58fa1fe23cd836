import { defaultConfig } from './default-config';
import { readConfig } from './read-config';

export const config = {
  default: defaultConfig,
  /** Strapi calls this with the defaults and the project's own values merged; a fault stops the start. */
  validator(merged: unknown): void {
    readConfig(merged);
  },
};
