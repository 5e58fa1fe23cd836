import { createServer, Socket, type AddressInfo, type Server } from 'node:net';

import type { TestDatabase } from '../harness/test-database';

/** PostgreSQL seen through a line that can be cut. */
export interface DatabaseProxy {
  /** The environment of the database behind the line. */
  readonly env: Readonly<Record<string, string>>;
  /** How often a commit was done that nobody heard of. */
  lostCommits(): number;
  /** Cuts the line instead of passing on that a commit was done: this time, and so many times more. */
  loseCommits(times: number): void;
  /** Ends all connections and takes no new ones, until `open`. */
  shut(): Promise<void>;
  open(): Promise<void>;
}

/** What PostgreSQL answers when a transaction was committed (CommandComplete). */
const COMMITTED = Buffer.from('COMMIT\0');

export async function databaseProxy(database: TestDatabase): Promise<DatabaseProxy> {
  const target = new URL(database.env['DATABASE_URL'] ?? '');
  const sockets = new Set<Socket>();
  let toLose = 0;
  let lost = 0;
  let server: Server = serve();

  function serve(): Server {
    return createServer((client) => {
      const behind = new Socket().connect(Number(target.port || 5432), target.hostname);
      const cut = () => {
        client.destroy();
        behind.destroy();
      };
      for (const socket of [client, behind]) {
        sockets.add(socket);
        socket.on('error', cut).on('close', cut);
      }
      client.on('data', (data) => behind.write(data));
      behind.on('data', (data: Buffer) => {
        if (toLose > 0 && data.includes(COMMITTED)) {
          toLose -= 1;
          lost += 1;
          cut();
        } else client.write(data);
      });
    });
  }
  const listen = (port: number) =>
    new Promise<number>((resolve) => {
      server.listen(port, '127.0.0.1', () => {
        resolve((server.address() as AddressInfo).port);
      });
    });

  const port = await listen(0);
  const url = new URL(target.href);
  url.hostname = '127.0.0.1';
  url.port = String(port);
  return {
    env: { ...database.env, DATABASE_URL: url.href },
    lostCommits: () => lost,
    loseCommits: (times) => {
      toLose = times;
    },
    shut: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        for (const socket of sockets) socket.destroy();
        sockets.clear();
      }),
    open: async () => {
      server = serve();
      await listen(port);
    },
  };
}
