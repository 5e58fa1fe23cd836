import { lazy, Suspense } from 'react';
import { Badge, Button, Flex, Loader, Typography } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';

import type { OpenedVariant, VariantPair } from '../../../../shared/review-api';
import { useAction } from '../../fetch/use-action';
import { useRequest } from '../../fetch/use-request';
import { Answered } from '../../frame/Answered';
import { useFormat } from '../../text/use-format';
import { useText, type TextKey } from '../../text/use-text';
import { QueueView, type Decision } from './QueueView';
import type { QueueProps } from './ReviewPage';
import { useKeys } from './use-keys';
import { useQueue } from './use-queue';

const TextDifference = lazy(async () => ({ default: (await import('./TextDifference')).TextDifference }));

/** Articles of nearly the same text. */
export function VariantsQueue({ onDecided }: QueueProps) {
  const text = useText();
  const { percent } = useFormat();
  return (
    <QueueView
      queue={useQueue<VariantPair>('/archive/review/variants')}
      name={text('review.queue.variants')}
      empty={text('review.variants.none')}
      onDecided={onDecided}
      label={({ variant, shared }) => ({
        title: variant.title ?? variant.documentId,
        note: text('review.variants.shared', { share: percent(shared) }),
      })}
    >
      {(pair, decided) => <VariantDecision pair={pair} decided={decided} />}
    </QueueView>
  );
}

interface VariantDecisionProps {
  readonly pair: VariantPair;
  readonly decided: (decision: Decision) => void;
}

/** L leaves the link, P parts the two. */
function VariantDecision({ pair, decided }: VariantDecisionProps) {
  const text = useText();
  const { percent } = useFormat();
  const { post } = useFetchClient();
  const { run, isBusy } = useAction();
  const path = `/archive/review/variants/${pair.id}`;
  const opened = useRequest<{ readonly data: OpenedVariant }>(path);
  const decide = async (decision: 'kept' | 'parted') => {
    if ((await run(() => post(path, { decision }))) === null) return;
    const title = pair.variant.title ?? '';
    decided({
      said: text(`review.variants.${decision}`, { title }),
      undo: { path, body: { decision: 'open' } },
    });
  };
  useKeys({ l: () => void decide('kept'), p: () => void decide('parted') });
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <Flex justifyContent="space-between" gap={4} wrap="wrap">
        <Flex gap={2}>
          <Typography tag="h2" variant="beta">
            {text('review.variants.what')}
          </Typography>
          <Badge>{percent(pair.shared)}</Badge>
          <Badge>{text(`review.variants.reason.${pair.reason}` as TextKey)}</Badge>
        </Flex>
        <Flex gap={2}>
          <Button
            variant="tertiary"
            loading={isBusy}
            aria-keyshortcuts="p"
            onClick={() => void decide('parted')}
          >
            {text('review.variants.part')}
          </Button>
          <Button loading={isBusy} aria-keyshortcuts="l" onClick={() => void decide('kept')}>
            {text('review.variants.keep')}
          </Button>
        </Flex>
      </Flex>
      <Answered request={opened}>
        {({ data }) => (
          <Suspense fallback={<Loader>{text('frame.loading')}</Loader>}>
            <TextDifference
              original={{ ...data.original, text: data.texts.original }}
              variant={{ ...data.variant, text: data.texts.variant }}
            />
          </Suspense>
        )}
      </Answered>
    </Flex>
  );
}
