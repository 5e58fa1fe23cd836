import { Flex, Td, Tr, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';

import type { JobView } from '../../../../../shared/job-api';
import { HeadedTable } from '../../../frame/HeadedTable';
import { RawText } from '../../../text/RawText';
import { useFormat } from '../../../text/use-format';
import { useText, type TextKey } from '../../../text/use-text';
import { JobProgress } from '../job/JobProgress';
import { JobState } from '../job/JobState';
import { OutcomeBar } from '../job/OutcomeBar';

const COLUMNS: readonly TextKey[] = [
  'imports.column.what',
  'imports.column.state',
  'imports.column.progress',
  'imports.column.outcomes',
  'imports.column.started',
];

const JobLink = styled(Link)`
  color: ${({ theme }) => theme.colors.neutral800};
  text-decoration: none;
  &:hover {
    color: ${({ theme }) => theme.colors.primary600};
    text-decoration: underline;
  }
`;

/** Jobs as rows: what, state, progress, outcomes, when. */
export function JobsTable({ jobs }: { readonly jobs: readonly JobView[] }) {
  const text = useText();
  const { dateTime } = useFormat();
  return (
    <HeadedTable columns={COLUMNS} rowCount={jobs.length}>
      {jobs.map((job) => (
        <Tr key={job.id}>
          <Td>
            <Flex direction="column" alignItems="start" gap={1} maxWidth="22rem">
              <JobLink to={String(job.id)}>
                <RawText fontWeight="semiBold">{job.paths.join(', ') || text('imports.unnamed')}</RawText>
              </JobLink>
              <Typography variant="pi" textColor="neutral600">
                {text(`imports.kind.${job.kind}`, { id: job.id })}
              </Typography>
            </Flex>
          </Td>
          <Td>
            <JobState job={job} />
          </Td>
          <Td>
            <JobProgress job={job} />
          </Td>
          <Td>
            <OutcomeBar outcomes={job.outcomes} />
          </Td>
          <Td>
            <Typography variant="omega">{dateTime(job.createdAt)}</Typography>
          </Td>
        </Tr>
      ))}
    </HeadedTable>
  );
}
