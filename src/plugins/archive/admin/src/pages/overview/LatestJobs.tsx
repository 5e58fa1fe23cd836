import { Flex, Link as StyledLink } from '@strapi/design-system';
import { Link } from 'react-router-dom';

import type { JobPage } from '../../../../shared/job-api';
import { useRequest } from '../../fetch/use-request';
import { Answered } from '../../frame/Answered';
import { Panel } from '../../frame/Panel';
import { useFormat } from '../../text/use-format';
import { useText } from '../../text/use-text';
import { JobState } from '../imports/job/JobState';

const MOST_JOBS = 5;

/** The jobs that were started last, each with its state and a link to its page. */
export function LatestJobs() {
  const text = useText();
  const { dateTime } = useFormat();
  const jobs = useRequest<JobPage>('/archive/jobs', { params: { page: 1, pageSize: MOST_JOBS } });
  return (
    <Panel title={text('overview.latest')}>
      <Answered request={jobs} minHeight="12rem">
        {({ data }) => (
          <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
            {data.map((job) => (
              <Flex tag="li" key={job.id} justifyContent="space-between" gap={4}>
                <StyledLink tag={Link} to={`/plugins/archive/imports/${job.id}`}>
                  {text('overview.job', { id: job.id, time: dateTime(job.createdAt) })}
                </StyledLink>
                <JobState job={job} />
              </Flex>
            ))}
          </Flex>
        )}
      </Answered>
    </Panel>
  );
}
