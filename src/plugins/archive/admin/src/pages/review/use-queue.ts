import { useCallback, useEffect, useState } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';

import type { ReviewPage } from '../../../../shared/review-api';
import { failureText } from '../../fetch/failure-text';

export interface QueueRow {
  readonly id: number | string;
}

/** A queue as far as it was read; rows that were decided leave it. */
export interface Queue<Row extends QueueRow> {
  readonly rows: readonly Row[];
  readonly failure: string | null;
  readonly isLoading: boolean;
  readonly hasMore: boolean;
  readonly more: () => void;
  readonly reload: () => void;
  /** Takes a row out, which was decided. */
  readonly remove: (id: Row['id']) => void;
}

interface Answer<Row> {
  readonly data: ReviewPage<Row>;
}

/** Reads a queue page by page, each behind the last row of the one before. */
export function useQueue<Row extends QueueRow>(path: string): Queue<Row> {
  const { get } = useFetchClient();
  const [rows, setRows] = useState<readonly Row[]>([]);
  const [next, setNext] = useState<number | null>(null);
  const [wish, setWish] = useState<{ readonly after: number | null }>({ after: null });
  const [isLoading, setLoading] = useState(true);
  const [failure, setFailure] = useState<string | null>(null);

  useEffect(() => {
    const aborted = new AbortController();
    setLoading(true);
    const read = async () => {
      try {
        const params = wish.after === null ? {} : { after: wish.after };
        const { data } = await get<Answer<Row>>(path, { params, signal: aborted.signal });
        if (aborted.signal.aborted) return;
        setRows((last) => (wish.after === null ? data.data.rows : [...last, ...data.data.rows]));
        setNext(data.data.next);
        setFailure(null);
      } catch (error) {
        if (!aborted.signal.aborted) setFailure(failureText(error));
      }
      if (!aborted.signal.aborted) setLoading(false);
    };
    void read();
    return () => {
      aborted.abort();
    };
    // `get` is new at every drawing; what it does is the same.
  }, [path, wish]);

  return {
    rows,
    failure,
    isLoading,
    hasMore: next !== null,
    more: () => {
      setWish({ after: next });
    },
    reload: useCallback(() => {
      setWish({ after: null });
    }, []),
    remove: useCallback((id) => {
      setRows((last) => last.filter((row) => row.id !== id));
    }, []),
  };
}
