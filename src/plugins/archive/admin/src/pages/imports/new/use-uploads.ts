import { useEffect, useRef, useState } from 'react';
import { useAuth, useFetchClient } from '@strapi/strapi/admin';

import type { UploadState } from '../../../../../shared/upload-api';
import { failureText } from '../../../fetch/failure-text';
import { uploadFile } from './upload-file';

/** A file on its way to the server. */
export interface Upload {
  readonly key: number;
  readonly name: string;
  readonly size: number;
  readonly received: number;
  /** The token by which an import names it, once it is there. */
  readonly upload: string | null;
  readonly failure: string | null;
}

export interface Uploads {
  readonly uploads: readonly Upload[];
  readonly add: (files: readonly File[]) => void;
  readonly remove: (key: number) => void;
}

/** Files that the person gave, sent one after the other. */
export function useUploads(): Uploads {
  const { get, post } = useFetchClient();
  const token = useAuth('ArchiveUploads', (auth) => auth.token);
  const newestToken = useRef(token);
  newestToken.current = token;
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const ways = useRef(new Map<number, AbortController>());
  const queue = useRef(Promise.resolve());
  const nextKey = useRef(0);

  useEffect(() => {
    const open = ways.current;
    return () => {
      for (const way of open.values()) way.abort();
    };
  }, []);

  const change = (key: number, values: Partial<Upload>) => {
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...values } : one)));
  };
  const send = async (key: number, file: File, signal: AbortSignal) => {
    const isGivenUp = () => signal.aborted;
    if (isGivenUp()) return;
    try {
      const state = await uploadFile(file, {
        token: () => newestToken.current,
        begin: async ({ name, size }) =>
          (await post<{ data: UploadState }>('/archive/uploads/begin', { name, size })).data.data,
        stateOf: async (upload) => (await get<{ data: UploadState }>(`/archive/uploads/${upload}`)).data.data,
        onProgress: ({ received }) => {
          change(key, { received });
        },
        signal,
      });
      change(key, { upload: state.upload, received: state.size });
    } catch (error) {
      if (!isGivenUp()) change(key, { failure: failureText(error) });
    }
  };

  return {
    uploads,
    add: (files) => {
      for (const file of files) {
        const key = nextKey.current;
        nextKey.current += 1;
        const way = new AbortController();
        ways.current.set(key, way);
        const { name, size } = file;
        setUploads((all) => [...all, { key, name, size, received: 0, upload: null, failure: null }]);
        queue.current = queue.current.then(() => send(key, file, way.signal));
      }
    },
    remove: (key) => {
      ways.current.get(key)?.abort();
      setUploads((all) => all.filter((one) => one.key !== key));
    },
  };
}
