import type { ReaderOptions } from '../reader';

/** A folder may hold thousands of files; as many METS files are looked into. */
const MOST_METS = 20;

/** The METS file beside an ALTO page that names it, so that its text is not imported twice; null where none does. */
export async function issueOfPage({ companions }: ReaderOptions): Promise<string | null> {
  if (companions === undefined) return null;
  const names = (await companions.names()).filter((name) => /mets/i.test(name) && /\.xml$/i.test(name));
  for (const name of names.slice(0, MOST_METS)) {
    const bytes = await companions.read(name);
    if (bytes !== null && new TextDecoder().decode(bytes).includes(companions.own)) return name;
  }
  return null;
}
