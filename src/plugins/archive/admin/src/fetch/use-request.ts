import { useCallback, useEffect, useState } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';

import { failureText } from './failure-text';

export interface RequestState<Answer> {
  /** The last answer; it stays while a newer one is fetched. */
  readonly answer: Answer | null;
  readonly failure: string | null;
  readonly isLoading: boolean;
  readonly reload: () => void;
}

export interface RequestOptions<Answer> {
  readonly params?: Readonly<Record<string, string | number | undefined>>;
  /** When this changes it is asked again, and the answer before stays until the new one is there. */
  readonly version?: string;
  /** Milliseconds until it is asked again; null to stop. Nothing is asked while the page is hidden. */
  readonly again?: (answer: Answer) => number | null;
}

const HIDDEN_WAIT = 2_000;

/** Fetches from the plugin's routes, again where asked, and lets go when the page is left. `path` null waits. */
export function useRequest<Answer>(
  path: string | null,
  { params = {}, version = '', again }: RequestOptions<Answer> = {},
): RequestState<Answer> {
  const { get } = useFetchClient();
  const [turn, setTurn] = useState(0);
  const [state, setState] = useState<{
    asked: string;
    answer: Answer | null;
    failure: string | null;
  } | null>(null);
  const query = JSON.stringify(params);
  const asked = `${path ?? ''}?${query}`;

  useEffect(() => {
    if (path === null) return;
    const aborted = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      if (document.hidden) {
        timer = setTimeout(() => void ask(), HIDDEN_WAIT);
        return;
      }
      try {
        const { data } = await get<Answer>(path, {
          params: JSON.parse(query) as object,
          signal: aborted.signal,
        });
        if (aborted.signal.aborted) return;
        setState({ asked, answer: data, failure: null });
        const wait = again?.(data) ?? null;
        if (wait !== null) timer = setTimeout(() => void ask(), wait);
      } catch (error) {
        if (aborted.signal.aborted) return;
        setState((last) => ({
          asked,
          answer: last?.asked === asked ? last.answer : null,
          failure: failureText(error),
        }));
      }
    };
    void ask();
    return () => {
      aborted.abort();
      clearTimeout(timer);
    };
    // `again` and `get` are new at every drawing; what they do is the same.
  }, [path, query, version, turn]);

  const isCurrent = state?.asked === asked;
  return {
    answer: isCurrent ? state.answer : null,
    failure: isCurrent ? state.failure : null,
    isLoading: path !== null && !isCurrent,
    reload: useCallback(() => {
      setTurn((last) => last + 1);
    }, []),
  };
}
