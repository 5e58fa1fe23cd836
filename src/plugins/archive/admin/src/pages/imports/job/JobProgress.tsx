import { Box, Flex, ProgressBar, Typography } from '@strapi/design-system';

import type { JobView } from '../../../../../shared/job-api';
import { useFormat } from '../../../text/use-format';
import { useText } from '../../../text/use-text';
import { isMoving } from './job-states';

/** How far a job is, at what rate, and how long it will take; nothing moves when it has ended. */
export function JobProgress({ job }: { readonly job: JobView }) {
  const text = useText();
  const format = useFormat();
  const share = job.bytes.total > 0 ? Math.min(1, job.bytes.done / job.bytes.total) : 0;
  const isWhole = job.recordsTotal !== null && !job.recordsTotal.estimated;
  const facts = [
    ...(job.rate === null ? [] : [text('imports.rate', { rate: format.number(job.rate) })]),
    ...(job.secondsLeft === null ? [] : [text('imports.left', { time: format.duration(job.secondsLeft) })]),
  ];
  return (
    <Flex direction="column" alignItems="stretch" gap={1} minWidth="9rem">
      <Typography variant="omega">
        {isWhole || job.recordsTotal === null
          ? text('imports.records', { count: job.records })
          : text('imports.records-of', {
              count: format.number(job.records),
              total: format.number(job.recordsTotal.count),
            })}
      </Typography>
      {(isMoving(job) || job.state === 'paused') && (
        <Box paddingTop={1} paddingBottom={1}>
          <ProgressBar
            value={Math.round(share * 100)}
            size="S"
            aria-label={text('imports.progress')}
            style={{ width: '100%' }}
          />
        </Box>
      )}
      {facts.length > 0 && (
        <Typography variant="pi" textColor="neutral600">
          {facts.join(' · ')}
        </Typography>
      )}
    </Flex>
  );
}
