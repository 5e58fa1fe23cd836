import { hostname, userInfo } from 'node:os';

import type { Core } from '@strapi/strapi';

/** Name of the environment variable by which the server tells its processes who asked for a job. */
export const ACTOR_VARIABLE = 'ARCHIVE_ACTOR';
const LONGEST = 255;

interface RequestState {
  readonly user?: { readonly id?: number; readonly email?: string; readonly username?: string };
  readonly auth?: {
    readonly strategy?: { readonly name?: string };
    readonly credentials?: { readonly id?: number; readonly name?: string };
  };
}

/** Who sent the request that is being answered: `administrator 3 (jane@paper.example)`, `API token 2 (harvest)`. */
export function actorOfRequest(strapi: Core.Strapi): string {
  const state = strapi.requestContext.get()?.state as RequestState | undefined;
  if (state === undefined) return 'the site itself';
  const { user, auth } = state;
  const strategy = auth?.strategy?.name;
  if (strategy?.endsWith('api-token') === true)
    return named('API token', auth?.credentials?.id, auth?.credentials?.name);
  if (!user) return 'somebody without a login';
  const role = strategy === 'users-permissions' ? 'user' : 'administrator';
  return named(role, user.id, user.email ?? user.username);
}

/** Who runs this process: what the server says of a process of its own, else the user of the machine. */
export function actorOfProcess(): string {
  const told = process.env[ACTOR_VARIABLE];
  if (told !== undefined && told !== '') return told.slice(0, LONGEST);
  return `command line (${userName()}@${hostname()})`.slice(0, LONGEST);
}

function named(role: string, id: number | undefined, name: string | undefined): string {
  return [role, id, name === undefined ? undefined : `(${name})`]
    .filter((part) => part !== undefined)
    .join(' ')
    .slice(0, LONGEST);
}

/** Some containers run as a user without a name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return `user ${process.getuid?.() ?? 'unknown'}`;
  }
}
