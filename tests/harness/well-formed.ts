import { SaxesParser } from 'saxes';

/** Whether a text is XML, its namespaces included. Throws what is wrong with it. */
export function isWellFormed(xml: string): boolean {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return true;
}
