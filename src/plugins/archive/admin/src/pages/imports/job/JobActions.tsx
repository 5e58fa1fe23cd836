import { Button, Flex } from '@strapi/design-system';
import { ArrowClockwise, Cross, Play } from '@strapi/icons';
import { useFetchClient } from '@strapi/strapi/admin';
import { useNavigate } from 'react-router-dom';

import type { JobView } from '../../../../../shared/job-api';
import { useRights } from '../../../access/use-rights';
import { useAction } from '../../../fetch/use-action';
import { useText } from '../../../text/use-text';
import { stepsOf } from './job-states';
import { RollBack } from './RollBack';

export interface JobActionsProps {
  readonly job: JobView;
  readonly onDone: () => void;
}

/** What the person may ask of a job, as far as the job can do it now. */
export function JobActions({ job, onDone }: JobActionsProps) {
  const text = useText();
  const may = useRights();
  const { post } = useFetchClient();
  const { run, isBusy } = useAction();
  const navigate = useNavigate();
  const steps = stepsOf(job);
  const ask = async (step: 'pause' | 'resume' | 'cancel') => {
    await run(() => post(`/archive/jobs/${job.id}/${step}`));
    onDone();
  };
  const retry = async () => {
    const answer = await run(() => post<{ data: JobView }>(`/archive/jobs/${job.id}/retry`));
    if (answer) navigate(`/plugins/archive/imports/${answer.data.data.id}`);
  };
  return (
    <Flex gap={2}>
      {may('rollback') && steps.rollback && <RollBack job={job} onDone={onDone} />}
      {may('import') && steps.cancel && (
        <Button variant="tertiary" startIcon={<Cross />} disabled={isBusy} onClick={() => void ask('cancel')}>
          {text('imports.cancel')}
        </Button>
      )}
      {may('import') && steps.retry && (
        <Button
          variant="secondary"
          startIcon={<ArrowClockwise />}
          disabled={isBusy}
          onClick={() => void retry()}
        >
          {text('imports.retry')}
        </Button>
      )}
      {may('import') && steps.pause && (
        <Button disabled={isBusy} onClick={() => void ask('pause')}>
          {text('imports.pause')}
        </Button>
      )}
      {may('import') && steps.resume && (
        <Button startIcon={<Play />} disabled={isBusy} onClick={() => void ask('resume')}>
          {text('imports.resume')}
        </Button>
      )}
    </Flex>
  );
}
