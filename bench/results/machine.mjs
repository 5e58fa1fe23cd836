/** The machine that a benchmark ran on. */
import { cpus, totalmem } from 'node:os';

/** One line: cores, memory, Node. */
export function machine() {
  const [first] = cpus();
  const gigabytes = Math.round(totalmem() / 1024 ** 3);
  return `${cpus().length} cores (${first?.model.trim() ?? 'unknown'}), ${gigabytes} GB of memory, ${process.platform}, Node ${process.versions.node}`;
}
