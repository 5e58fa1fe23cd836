/** `bench/RESULTS.md`: a section for each benchmark, each written by the run that measured it. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const HEAD = `# Benchmark results

Written by the benchmarks themselves; do not edit. **Read the ratios**: absolute figures say more about the machine than
about the program, and each section may come from another day or machine. What is measured, and how to measure it
yourself, is in [docs/performance.md](../docs/performance.md).
`;

/** Puts a section in the place of the one with the same title, or at the end. */
export function writeSection(file, title, lines) {
  const old = existsSync(file) ? readFileSync(file, 'utf8') : HEAD;
  const [, ...sections] = old.split(/^(?=## )/m);
  const section = `## ${title}\n\n${lines.join('\n')}\n`;
  const place = sections.findIndex((text) => text.startsWith(`## ${title}\n`));
  if (place === -1) sections.push(section);
  else sections[place] = section;
  writeFileSync(file, `${HEAD}\n${sections.map((text) => `${text.trimEnd()}\n`).join('\n')}`);
}
