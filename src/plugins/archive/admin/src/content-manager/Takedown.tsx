import { useState } from 'react';
import { Box, Button, Dialog, Field, Flex, Textarea, Typography } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';

import { useAction } from '../fetch/use-action';
import { useFormat } from '../text/use-format';
import { useText } from '../text/use-text';
import type { ArchiveDocument } from './archive-document';

interface TakedownProps {
  readonly article: ArchiveDocument;
  readonly documentId: string;
  readonly model: string;
}

/** Withdraws an article from the public, or brings it back; either needs a reason. */
export function Takedown({ article, documentId, model }: TakedownProps) {
  const text = useText();
  const { dateTime } = useFormat();
  const { post } = useFetchClient();
  const { run, isBusy } = useAction();
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const isWithdrawn = Boolean(article.withdrawnAt);
  const verb = isWithdrawn ? 'restore' : 'withdraw';

  const carryOut = async () => {
    const body = { reason, contentType: model, ...(article.locale ? { locale: article.locale } : {}) };
    const done = await run(
      () => post(`/archive/articles/${documentId}/${verb}`, body),
      text(`record.${verb}.done`),
    );
    if (done === null) return;
    setAsking(false);
    // The content manager keeps its own copy of the article; its page shows the new state once it is read again.
    window.location.reload();
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      {isWithdrawn && (
        <Box background="danger100" padding={3} hasRadius role="status">
          <Typography tag="p" variant="omega" fontWeight="bold" textColor="danger700">
            {text('record.withdrawn', { date: dateTime(article.withdrawnAt ?? '') })}
          </Typography>
          <Typography tag="p" variant="pi" textColor="danger700" dir="auto">
            {article.withdrawnReason ?? ''}
          </Typography>
        </Box>
      )}
      <Dialog.Root open={isAsking} onOpenChange={setAsking}>
        <Dialog.Trigger>
          <Button variant={isWithdrawn ? 'secondary' : 'danger-light'} fullWidth>
            {text(`record.${verb}`)}
          </Button>
        </Dialog.Trigger>
        <Dialog.Content>
          <Dialog.Header>{text(`record.${verb}.title`)}</Dialog.Header>
          <Dialog.Body>
            <Flex direction="column" alignItems="stretch" gap={4} width="100%">
              <Typography>{text(`record.${verb}.about`)}</Typography>
              <Field.Root name="reason" required>
                <Field.Label>{text('record.reason')}</Field.Label>
                <Textarea
                  value={reason}
                  maxLength={500}
                  onChange={(event: { target: { value: string } }) => {
                    setReason(event.target.value);
                  }}
                />
              </Field.Root>
            </Flex>
          </Dialog.Body>
          <Dialog.Footer>
            <Dialog.Cancel>
              <Button variant="tertiary" fullWidth>
                {text('frame.cancel')}
              </Button>
            </Dialog.Cancel>
            <Button
              variant={isWithdrawn ? 'success-light' : 'danger-light'}
              fullWidth
              loading={isBusy}
              disabled={reason.trim() === ''}
              onClick={() => void carryOut()}
            >
              {text(`record.${verb}`)}
            </Button>
          </Dialog.Footer>
        </Dialog.Content>
      </Dialog.Root>
    </Flex>
  );
}
