import { useCallback, useState } from 'react';
import { useNotification } from '@strapi/strapi/admin';

import { failureText } from './failure-text';

/** Runs what a button asks for, once at a time, and tells of a failure; `null` is the answer then. */
export function useAction() {
  const [isBusy, setBusy] = useState(false);
  const { toggleNotification } = useNotification();
  const run = useCallback(
    async <Answer>(action: () => Promise<Answer>, done?: string): Promise<Answer | null> => {
      setBusy(true);
      try {
        const answer = await action();
        if (done !== undefined) toggleNotification({ type: 'success', message: done });
        return answer;
      } catch (error) {
        toggleNotification({ type: 'danger', message: failureText(error) });
        return null;
      } finally {
        setBusy(false);
      }
    },
    [toggleNotification],
  );
  return { run, isBusy };
}
