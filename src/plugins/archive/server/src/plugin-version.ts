import { version } from '../../package.json';

/** Written with every imported record, so that it can be told which importer read it. */
export const pluginVersion: string = version;
