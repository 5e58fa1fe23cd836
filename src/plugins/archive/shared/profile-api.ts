import type { Profile } from '../core/profiles/profile';
import type { Pagination } from './job-api';

export type ProfileOrigin = 'shipped' | 'project' | 'edited';

/** A profile in lists: its newest version. */
export interface ProfileSummary {
  readonly name: string;
  readonly title: string;
  readonly version: number;
  readonly versions: number;
  readonly origin: ProfileOrigin;
}

/** `GET /archive/profiles?page=1&pageSize=20` */
export interface ProfilePage {
  readonly data: readonly ProfileSummary[];
  readonly meta: { readonly pagination: Pagination };
}

/** `GET /archive/profiles/:name`: every version, the newest first. */
export interface ProfileVersions {
  readonly data: readonly { readonly profile: Profile; readonly origin: ProfileOrigin }[];
}

/** What became of a profile that was saved: its own version, the next free one, or nothing new. */
export interface SavedProfile {
  readonly profile: Profile;
  readonly outcome: 'stored' | 'raised' | 'unchanged';
}
