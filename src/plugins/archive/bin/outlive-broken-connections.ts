import { databaseTrouble } from '../server/src/import/job/database-faults';

/**
 * Strapi prepares each new connection without listening for its failure: where one breaks at that very moment, a promise
 * is rejected that nobody handles, and Node would end the process. The pool gives that connection up by itself and makes
 * another one, and whoever waits for it is patient. Every other unhandled rejection ends the process as before.
 */
export function outliveBrokenConnections(): void {
  process.on('unhandledRejection', (error) => {
    if (databaseTrouble(error) === null) throw error;
  });
}
