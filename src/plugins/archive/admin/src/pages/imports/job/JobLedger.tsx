import { useState } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useFetchClient } from '@strapi/strapi/admin';
import { useSearchParams } from 'react-router-dom';

import type { LedgerPage } from '../../../../../shared/job-api';
import { useAction } from '../../../fetch/use-action';
import { useRequest } from '../../../fetch/use-request';
import { Answered } from '../../../frame/Answered';
import { Nothing } from '../../../frame/Nothing';
import { Panel } from '../../../frame/Panel';
import { saveFile } from '../../../frame/save-file';
import { useText } from '../../../text/use-text';
import type { AboutJob } from './JobReasons';
import { LedgerFilters } from './LedgerFilters';
import { LedgerTable } from './LedgerTable';

const PAGE_SIZE = 25;

/** The ledger of a job, a page at a time, filtered by what the address says. */
export function JobLedger({ job, version }: AboutJob) {
  const text = useText();
  const [search] = useSearchParams();
  const filter = {
    outcome: search.get('outcome') ?? undefined,
    search: search.get('search') ?? undefined,
  };
  // Pages are behind a row of the one before: the way back is the rows that led here.
  const [way, setWay] = useState<{ readonly filter: string; readonly rows: readonly number[] }>({
    filter: '',
    rows: [],
  });
  const key = JSON.stringify(filter);
  const rows = way.filter === key ? way.rows : [];
  const request = useRequest<LedgerPage>(`/archive/jobs/${job}/ledger`, {
    params: { ...filter, after: rows.at(-1) ?? 0, pageSize: PAGE_SIZE },
    version,
  });
  return (
    <Panel title={text('ledger.title')} actions={<Downloads job={job} filter={filter} />}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <LedgerFilters />
        <Answered request={request} minHeight="12rem">
          {({ data, meta: { next } }) => (
            <>
              {data.length === 0 ? <Nothing>{text('ledger.none')}</Nothing> : <LedgerTable rows={data} />}
              <Flex justifyContent="space-between" gap={2}>
                <Typography variant="pi" textColor="neutral600">
                  {text('ledger.page', { page: rows.length + 1 })}
                </Typography>
                <Flex gap={2}>
                  <Button
                    variant="tertiary"
                    disabled={rows.length === 0}
                    onClick={() => {
                      setWay({ filter: key, rows: rows.slice(0, -1) });
                    }}
                  >
                    {text('frame.previous')}
                  </Button>
                  <Button
                    variant="tertiary"
                    disabled={next === null}
                    onClick={() => {
                      if (next !== null) setWay({ filter: key, rows: [...rows, next] });
                    }}
                  >
                    {text('frame.next')}
                  </Button>
                </Flex>
              </Flex>
            </>
          )}
        </Answered>
      </Flex>
    </Panel>
  );
}

type Filter = Readonly<Record<string, string | undefined>>;

function Downloads({ job, filter }: { readonly job: number; readonly filter: Filter }) {
  const { get } = useFetchClient();
  const { run, isBusy } = useAction();
  const download = async (format: 'csv' | 'ndjson') => {
    const answer = await run(() =>
      get(`/archive/jobs/${job}/ledger`, { params: { ...filter, format }, responseType: 'blob' }),
    );
    if (answer) saveFile(answer.data, `ledger-${job}.${format}`);
  };
  return (
    <Flex gap={2}>
      {(['csv', 'ndjson'] as const).map((format) => (
        <Button
          key={format}
          variant="tertiary"
          size="S"
          startIcon={<Download />}
          disabled={isBusy}
          onClick={() => void download(format)}
        >
          {format.toUpperCase()}
        </Button>
      ))}
    </Flex>
  );
}
