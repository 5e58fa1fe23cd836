import { useState } from 'react';
import { Button, Dialog, Field, Textarea } from '@strapi/design-system';

import { useText } from '../../text/use-text';

interface RejectDialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly isBusy: boolean;
  readonly onReject: (reason: string) => Promise<void>;
}

/** Asks why a record is no article; the reason is kept with it. */
export function RejectDialog({ isOpen, onOpenChange, isBusy, onReject }: RejectDialogProps) {
  const text = useText();
  const [reason, setReason] = useState('');
  return (
    <Dialog.Root open={isOpen} onOpenChange={onOpenChange}>
      <Dialog.Trigger>
        <Button variant="danger-light" aria-keyshortcuts="r">
          {text('review.records.reject')}
        </Button>
      </Dialog.Trigger>
      <Dialog.Content>
        <Dialog.Header>{text('review.records.reject.title')}</Dialog.Header>
        <Dialog.Body>
          <Field.Root name="reason" required width="100%">
            <Field.Label>{text('record.reason')}</Field.Label>
            <Textarea
              value={reason}
              maxLength={500}
              onChange={(event: { target: { value: string } }) => {
                setReason(event.target.value);
              }}
            />
          </Field.Root>
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button variant="tertiary" fullWidth>
              {text('frame.cancel')}
            </Button>
          </Dialog.Cancel>
          <Button
            variant="danger-light"
            fullWidth
            loading={isBusy}
            disabled={reason.trim() === ''}
            onClick={() => {
              onOpenChange(false);
              void onReject(reason);
            }}
          >
            {text('review.records.reject')}
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
}
