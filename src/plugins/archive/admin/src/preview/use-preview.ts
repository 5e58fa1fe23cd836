import { useEffect, useState } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';

import type { Preview, PreviewRequest } from '../../../shared/inspection-api';
import { failureText } from '../fetch/failure-text';

export interface PreviewState {
  /** The last preview; it stays while a newer one is made. */
  readonly preview: Preview | null;
  readonly failure: string | null;
  readonly isLoading: boolean;
}

const TYPING = 400;

/** Previews a record, anew when the request changes; while somebody types it waits a moment. Null previews nothing. */
export function usePreview(request: PreviewRequest | null): PreviewState {
  const { post } = useFetchClient();
  const [state, setState] = useState<PreviewState & { asked: string }>({
    asked: '',
    preview: null,
    failure: null,
    isLoading: true,
  });
  const asked = request === null ? '' : JSON.stringify(request);
  useEffect(() => {
    if (asked === '') return;
    const aborted = new AbortController();
    const ask = async () => {
      try {
        const answer = await post<{ data: Preview }>('/archive/previews', JSON.parse(asked), {
          signal: aborted.signal,
        });
        setState({ asked, preview: answer.data.data, failure: null, isLoading: false });
      } catch (error) {
        if (aborted.signal.aborted) return;
        setState((last) => ({ ...last, asked, failure: failureText(error), isLoading: false }));
      }
    };
    const timer = setTimeout(() => void ask(), TYPING);
    return () => {
      clearTimeout(timer);
      aborted.abort();
    };
    // `post` is new at every drawing; what it does is the same.
  }, [asked]);
  return { ...state, isLoading: state.asked !== asked };
}
