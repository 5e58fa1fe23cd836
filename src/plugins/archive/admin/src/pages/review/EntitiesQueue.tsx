import { Badge, Button, Flex, Typography } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';

import type { SuggestedEntity } from '../../../../shared/review-api';
import { useAction } from '../../fetch/use-action';
import { useText, type TextKey } from '../../text/use-text';
import { NamesInContext } from './NamesInContext';
import { QueueView, type Decision } from './QueueView';
import type { QueueProps } from './ReviewPage';
import { useKeys } from './use-keys';
import { useQueue } from './use-queue';

/** Entities that the importer suggested. */
export function EntitiesQueue({ onDecided }: QueueProps) {
  const text = useText();
  return (
    <QueueView
      queue={useQueue<SuggestedEntity>('/archive/review/entities')}
      name={text('review.queue.entities')}
      empty={text('review.entities.none')}
      onDecided={onDecided}
      label={({ name, articles }) => ({
        title: name,
        note: text('review.entities.articles', { count: articles }),
      })}
    >
      {(entity, decided) => <EntityDecision entity={entity} decided={decided} />}
    </QueueView>
  );
}

interface EntityDecisionProps {
  readonly entity: SuggestedEntity;
  readonly decided: (decision: Decision) => void;
}

/** C confirms, X rejects. */
function EntityDecision({ entity, decided }: EntityDecisionProps) {
  const text = useText();
  const { post } = useFetchClient();
  const { run, isBusy } = useAction();
  const { documentId, name } = entity;
  const path = '/archive/review/entities';
  const decide = async (state: 'confirmed' | 'rejected') => {
    if ((await run(() => post(path, { documentIds: [documentId], state }))) === null) return;
    decided({
      said: text(`review.entities.${state}`, { name }),
      undo: { path, body: { documentIds: [documentId], state: 'suggested' } },
    });
  };
  useKeys({ c: () => void decide('confirmed'), x: () => void decide('rejected') });
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <Flex justifyContent="space-between" gap={4} wrap="wrap">
        <Flex gap={2}>
          <Typography tag="h2" variant="beta" dir="auto">
            {name}
          </Typography>
          {entity.kind !== null && <Badge>{text(`entity.kind.${entity.kind}` as TextKey)}</Badge>}
        </Flex>
        <Flex gap={2}>
          <Button
            variant="danger-light"
            loading={isBusy}
            aria-keyshortcuts="x"
            onClick={() => void decide('rejected')}
          >
            {text('review.entities.reject')}
          </Button>
          <Button loading={isBusy} aria-keyshortcuts="c" onClick={() => void decide('confirmed')}>
            {text('review.entities.confirm')}
          </Button>
        </Flex>
      </Flex>
      <NamesInContext documentId={documentId} />
    </Flex>
  );
}
