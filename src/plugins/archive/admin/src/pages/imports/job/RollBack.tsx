import { useState } from 'react';
import { Button, Dialog, Field, Flex, TextInput, Typography } from '@strapi/design-system';
import { ArrowsCounterClockwise, WarningCircle } from '@strapi/icons';
import { useFetchClient } from '@strapi/strapi/admin';

import { useAction } from '../../../fetch/use-action';
import { useFormat } from '../../../text/use-format';
import { useText } from '../../../text/use-text';
import type { JobActionsProps } from './JobActions';

/** Takes a job back, after saying what that does to the archive. */
export function RollBack({ job, onDone }: JobActionsProps) {
  const text = useText();
  const { number } = useFormat();
  const { post } = useFetchClient();
  const { run, isBusy } = useAction();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const rollBack = async () => {
    await run(() => post(`/archive/jobs/${job.id}/rollback`, { reason }), text('imports.rollback.begun'));
    setOpen(false);
    onDone();
  };
  const { created, updated } = job.outcomes;
  return (
    <Dialog.Root open={isOpen} onOpenChange={setOpen}>
      <Dialog.Trigger>
        <Button variant="danger-light" startIcon={<ArrowsCounterClockwise />}>
          {text('imports.rollback')}
        </Button>
      </Dialog.Trigger>
      <Dialog.Content>
        <Dialog.Header>{text('imports.rollback.title', { id: job.id })}</Dialog.Header>
        <Dialog.Body icon={<WarningCircle fill="danger600" />}>
          <Flex direction="column" alignItems="stretch" gap={4} width="100%">
            <Flex tag="ul" direction="column" alignItems="start" gap={2} paddingLeft={4}>
              {[
                text('imports.rollback.created', { count: number(created) }),
                text('imports.rollback.updated', { count: number(updated) }),
                text('imports.rollback.edited'),
                text('imports.rollback.dump'),
              ].map((line) => (
                <li key={line} style={{ listStyle: 'disc' }}>
                  <Typography textAlign="start">{line}</Typography>
                </li>
              ))}
            </Flex>
            <Field.Root name="reason" hint={text('imports.rollback.reason-hint')}>
              <Field.Label>{text('imports.rollback.reason')}</Field.Label>
              <TextInput
                value={reason}
                maxLength={500}
                onChange={({ target }: { target: { value: string } }) => setReason(target.value)}
              />
              <Field.Hint />
            </Field.Root>
          </Flex>
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button variant="tertiary" fullWidth>
              {text('frame.cancel')}
            </Button>
          </Dialog.Cancel>
          <Button variant="danger-light" fullWidth loading={isBusy} onClick={() => void rollBack()}>
            {text('imports.rollback.do')}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
}
