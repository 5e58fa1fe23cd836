import { Status, Typography } from '@strapi/design-system';

import type { JobView } from '../../../../../shared/job-api';
import { useText } from '../../../text/use-text';
import { STATE_LOOKS } from './job-states';

/** The state of a job, or what it was asked to do and has not yet done. */
export function JobState({ job }: { readonly job: JobView }) {
  const text = useText();
  const isAsked = job.requested !== null && job.state === 'running';
  return (
    <Status variant={STATE_LOOKS[job.state]} size="S" width="max-content">
      <Typography tag="span" variant="omega" fontWeight="bold">
        {text(isAsked ? `imports.requested.${job.requested}` : `imports.state.${job.state}`)}
      </Typography>
    </Status>
  );
}
