import { LinkButton } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Link } from 'react-router-dom';

import type { JobPage } from '../../../../../shared/job-api';
import { useRights } from '../../../access/use-rights';
import { useRequest } from '../../../fetch/use-request';
import { Answered } from '../../../frame/Answered';
import { Nothing } from '../../../frame/Nothing';
import { PageFrame } from '../../../frame/PageFrame';
import { Pages } from '../../../frame/Pages';
import { usePageOfList } from '../../../frame/use-page-of-list';
import { useText } from '../../../text/use-text';
import { isMoving } from '../job/job-states';
import { JobsTable } from './JobsTable';

const WHILE_MOVING = 2_000;
const WHILE_STILL = 15_000;

/** All jobs, newest first; those that run move before one's eyes. */
export function ImportsPage() {
  const text = useText();
  const may = useRights();
  const jobs = useRequest<JobPage>('/archive/jobs', {
    params: { ...usePageOfList() },
    again: ({ data }) => (data.some(isMoving) ? WHILE_MOVING : WHILE_STILL),
  });
  const start = may('import') && (
    <LinkButton tag={Link} to="new" startIcon={<Plus />} size="S">
      {text('imports.new')}
    </LinkButton>
  );
  return (
    <PageFrame title={text('imports.title')} subtitle={text('imports.subtitle')} actions={start}>
      <Answered request={jobs}>
        {({ data, meta }) =>
          data.length === 0 ? (
            <Nothing action={start}>{text('imports.none')}</Nothing>
          ) : (
            <>
              <JobsTable jobs={data} />
              <Pages {...meta.pagination} />
            </>
          )
        }
      </Answered>
    </PageFrame>
  );
}
