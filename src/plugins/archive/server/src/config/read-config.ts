import { archiveConfigSchema, type ArchiveConfig } from './archive-config';

/** Validates the plugin's configuration; throws one error that names every faulty key. */
export function readConfig(value: unknown): ArchiveConfig {
  const result = archiveConfigSchema.safeParse(value);
  if (result.success) return result.data;
  const faults = result.error.issues.map((fault) => `${fault.path.join('.') || '(all)'}: ${fault.message}`);
  throw new Error(
    `The archive plugin's configuration in config/plugins.ts has faults: ${faults.join('; ')}.`,
  );
}
