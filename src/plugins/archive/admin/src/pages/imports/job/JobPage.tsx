import { Flex, Typography } from '@strapi/design-system';
import { useParams } from 'react-router-dom';

import type { JobView } from '../../../../../shared/job-api';
import { useRequest } from '../../../fetch/use-request';
import { Answered } from '../../../frame/Answered';
import { BackLink } from '../../../frame/BackLink';
import { Facts } from '../../../frame/Facts';
import { PageFrame } from '../../../frame/PageFrame';
import { Panel } from '../../../frame/Panel';
import { useFormat } from '../../../text/use-format';
import { useText } from '../../../text/use-text';
import { isMoving } from './job-states';
import { JobActions } from './JobActions';
import { JobLedger } from './JobLedger';
import { JobProgress } from './JobProgress';
import { JobReasons } from './JobReasons';
import { JobState } from './JobState';
import { OutcomeBar } from './OutcomeBar';

const WHILE_MOVING = 1_000;
const WHILE_STILL = 10_000;

/** One job: how far it is, what came of its records, why some were not written, and every row of its ledger. */
export function JobPage() {
  const text = useText();
  const { id = '' } = useParams();
  const request = useRequest<{ readonly data: JobView }>(`/archive/jobs/${id}`, {
    again: ({ data }) => (isMoving(data) ? WHILE_MOVING : WHILE_STILL),
  });
  const job = request.answer?.data;
  return (
    <PageFrame
      title={job ? text(`imports.kind.${job.kind}`, { id: job.id }) : text('imports.job', { id })}
      subtitle={job?.paths.join(', ')}
      back={<BackLink to="/plugins/archive/imports">{text('imports.title')}</BackLink>}
      actions={job && <JobActions job={job} onDone={request.reload} />}
    >
      <Answered request={request}>{({ data }) => <JobParts job={data} />}</Answered>
    </PageFrame>
  );
}

function JobParts({ job }: { readonly job: JobView }) {
  const text = useText();
  const format = useFormat();
  const facts = [
    {
      name: text('imports.fact.files'),
      value: `${format.number(job.files.done)} / ${format.number(job.files.total)}`,
    },
    { name: text('imports.fact.size'), value: format.bytes(job.bytes.total) },
    { name: text('imports.fact.started'), value: format.dateTime(job.startedAt ?? job.createdAt) },
    { name: text('imports.fact.ended'), value: job.endedAt ? format.dateTime(job.endedAt) : '–' },
  ];
  // What the ledger lists changes when records are written and when they are taken back.
  const version = `${job.records} ${job.state}`;
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <Panel title={text('imports.progress')} actions={<JobState job={job} />}>
        <Flex direction="column" alignItems="stretch" gap={5}>
          <JobProgress job={job} />
          <OutcomeBar outcomes={job.outcomes} withLegend />
          <Facts facts={facts} />
          {job.reason !== null && (
            <Typography textColor="neutral700" dir="auto">
              {job.reason}
            </Typography>
          )}
          {job.undone !== null && <Undone undone={job.undone} />}
        </Flex>
      </Panel>
      <JobReasons job={job.id} version={version} />
      <JobLedger job={job.id} version={version} />
    </Flex>
  );
}

function Undone({ undone }: { readonly undone: Readonly<Record<string, number>> }) {
  const text = useText();
  const { number } = useFormat();
  const count = Object.values(undone).reduce((sum, records) => sum + records, 0);
  return <Typography>{text('imports.undone', { count: number(count) })}</Typography>;
}
