import { useEffect, useState } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';

import type { DumpRequest, Inspection } from '../../../shared/inspection-api';
import { useAction } from '../fetch/use-action';
import { useUploads } from '../pages/imports/new/use-uploads';

/** Files that the person gave to look at, and what the server made of them once all are there. */
export function useUploadInspection() {
  const { post } = useFetchClient();
  const { run } = useAction();
  const files = useUploads();
  const [inspection, setInspection] = useState<Inspection | null>(null);
  const isArriving = files.uploads.some(({ upload, failure }) => upload === null && failure === null);
  const dump: DumpRequest = { uploads: files.uploads.flatMap(({ upload }) => upload ?? []) };
  const asked = isArriving || dump.uploads?.length === 0 ? '' : JSON.stringify(dump);
  useEffect(() => {
    setInspection(null);
    if (asked === '') return;
    void run(() => post<{ data: Inspection }>('/archive/inspections', JSON.parse(asked))).then((answer) => {
      setInspection(answer?.data.data ?? null);
    });
    // `post` and `run` are new at every drawing; what they do is the same.
  }, [asked]);
  return { ...files, dump: asked === '' ? null : dump, inspection };
}
