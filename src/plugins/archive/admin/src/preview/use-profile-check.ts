import { useEffect, useState } from 'react';
import { isFetchError, useFetchClient } from '@strapi/strapi/admin';

import type { Profile, ProfileFault } from '../../../core/profiles/profile';
import type { ProfileFaults } from '../../../shared/inspection-api';
import { failureText } from '../fetch/failure-text';

const TYPING = 300;

/** Says what is wrong with a profile while it is typed; `onTry` is given every one that is right. */
export function useProfileCheck(typed: string, onTry?: (profile: Profile | undefined) => void) {
  const { post } = useFetchClient();
  const [state, setState] = useState<{ typed: string; faults: readonly ProfileFault[] }>({
    typed: '',
    faults: [],
  });
  useEffect(() => {
    const aborted = new AbortController();
    const check = async () => {
      const answer = await faultsOf(typed, (profile) =>
        post<{ data: Profile }>('/archive/profiles/check', profile, { signal: aborted.signal }),
      );
      if (aborted.signal.aborted) return;
      setState({ typed, faults: answer.faults });
      onTry?.(answer.profile);
    };
    const timer = setTimeout(() => void check(), TYPING);
    return () => {
      clearTimeout(timer);
      aborted.abort();
    };
    // `post` and `onTry` are new at every drawing; what they do is the same.
  }, [typed]);
  return { faults: state.faults, isChecked: state.typed === typed };
}

async function faultsOf(
  typed: string,
  check: (profile: unknown) => Promise<{ data: { data: Profile } }>,
): Promise<{ faults: readonly ProfileFault[]; profile?: Profile }> {
  let json: unknown;
  try {
    json = JSON.parse(typed);
  } catch (error) {
    return { faults: [{ path: 'JSON', message: failureText(error) }] };
  }
  try {
    return { faults: [], profile: (await check(json)).data.data };
  } catch (error) {
    const details = isFetchError(error) ? (error.response?.data.error.details as Partial<ProfileFaults>) : {};
    return { faults: details.faults ?? [{ path: '', message: failureText(error) }] };
  }
}
