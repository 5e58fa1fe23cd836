import type { ComparableName } from './compare-names';
import { coarseKey } from './sound';

/** Only names that share a key are ever compared. */
export function blockKeys({ text, parts, whole }: ComparableName): string[] {
  const sounds = parts.map(({ sound }) => coarseKey(sound));
  const first = sounds[0] ?? '';
  const last = sounds.at(-1) ?? '';
  const keys = new Set([`w:${coarseKey(whole)}`]);
  if (parts.length > 1) {
    // In any order, without what stands between; and with a first name cut to its initial.
    keys.add(`e:${[first, last].sort().join('+')}`);
    keys.add(`i:${initialOf(first)}+${last}`);
    if (parts.length > 2)
      for (const middle of sounds.slice(1, -1)) keys.add(`e:${[first, middle].sort().join('+')}`);
    keys.add(`a:${acronymOf(text)}`);
  } else if (/^[\p{Lu}.]{2,10}$/u.test(text)) keys.add(`a:${text.replace(/\./g, '')}`);
  return [...keys];
}

function initialOf(sound: string): string {
  return sound.charAt(0);
}

function acronymOf(text: string): string {
  return [...text.matchAll(/(?<!\p{L})\p{Lu}/gu)]
    .map(([letter]) => letter)
    .join('')
    .slice(0, 10);
}
