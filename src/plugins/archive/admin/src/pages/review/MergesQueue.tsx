import { useEffect, useState } from 'react';
import { Badge, Box, Button, Flex, Typography } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { styled } from 'styled-components';

import { useAction } from '../../fetch/use-action';
import { useRequest } from '../../fetch/use-request';
import { useFormat } from '../../text/use-format';
import { useText, type TextKey } from '../../text/use-text';
import { NamesInContext } from './NamesInContext';
import { QueueView, type Decision } from './QueueView';
import type { QueueProps } from './ReviewPage';
import { useKeys } from './use-keys';
import type { Queue } from './use-queue';

interface MergeSide {
  readonly documentId: string;
  readonly name: string;
  readonly kind: string | null;
}

interface Merge {
  readonly id: string;
  readonly from: MergeSide;
  readonly into: MergeSide;
  readonly score: number;
  readonly reasons: readonly string[];
}

const Sides = styled.div`
  display: grid;
  grid-template-columns: repeat(2, minmax(0, 1fr));
  gap: ${({ theme }) => theme.spaces[6]};
`;

/** Records that may be one and the same, best matches first. */
export function MergesQueue({ onDecided }: QueueProps) {
  const text = useText();
  const { percent } = useFormat();
  return (
    <QueueView
      queue={useMerges()}
      name={text('review.queue.merges')}
      empty={text('review.merges.none')}
      onDecided={onDecided}
      label={({ from, into, score }) => ({
        title: `${from.name} · ${into.name}`,
        note: text('review.merges.score', { score: percent(score) }),
      })}
    >
      {(merge, decided) => <MergeDecision merge={merge} decided={decided} />}
    </QueueView>
  );
}

/** Suggestions come in one list, the best hundred. */
function useMerges(): Queue<Merge> {
  const request = useRequest<{ readonly data: readonly Omit<Merge, 'id'>[] }>('/archive/entities/merges', {
    params: { pageSize: 100 },
  });
  const [gone, setGone] = useState<readonly string[]>([]);
  useEffect(() => {
    setGone([]);
  }, [request.answer]);
  const rows = (request.answer?.data ?? []).map((one) => {
    return { ...one, id: `${one.from.documentId}-${one.into.documentId}` };
  });
  return {
    rows: rows.filter(({ id }) => !gone.includes(id)),
    failure: request.failure,
    isLoading: request.isLoading,
    hasMore: false,
    more: request.reload,
    reload: request.reload,
    remove: (id) => {
      setGone((last) => [...last, id]);
    },
  };
}

interface MergeDecisionProps {
  readonly merge: Merge;
  readonly decided: (decision: Decision) => void;
}

/** Two records side by side. M merges, N says that they are not the same. */
function MergeDecision({ merge, decided }: MergeDecisionProps) {
  const text = useText();
  const { post } = useFetchClient();
  const { run, isBusy } = useAction();
  const [isTurned, setTurned] = useState(false);
  const { percent } = useFormat();
  const [from, into] = isTurned ? [merge.into, merge.from] : [merge.from, merge.into];

  const unite = async () => {
    const path = `/archive/entities/${into.documentId}/merge`;
    const done = await run(() => post(path, { from: [from.documentId] }));
    if (done === null) return;
    decided({
      said: text('review.merges.merged', { from: from.name, into: into.name }),
      undo: { path: `/archive/entities/${from.documentId}/unmerge` },
    });
  };
  const keepApart = async () => {
    const path = `/archive/entities/${from.documentId}`;
    const body = { other: into.documentId };
    const done = await run(() => post(`${path}/keep-apart`, body));
    if (done === null) return;
    decided({
      said: text('review.merges.apart', { from: from.name, into: into.name }),
      undo: { path: `${path}/forget-apart`, body },
    });
  };
  useKeys({ m: () => void unite(), n: () => void keepApart() });

  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <Flex justifyContent="space-between" gap={4} wrap="wrap">
        <Box>
          <Typography tag="h2" variant="beta">
            {text('review.merges.what')}
          </Typography>
          <Flex gap={2} paddingTop={1}>
            <Badge>{percent(merge.score)}</Badge>
            {merge.reasons.map((reason) => (
              <Badge key={reason}>{text(`review.merges.reason.${reason}` as TextKey)}</Badge>
            ))}
          </Flex>
        </Box>
        <Flex gap={2}>
          <Button
            variant="ghost"
            onClick={() => {
              setTurned(!isTurned);
            }}
          >
            {text('review.merges.turn')}
          </Button>
          <Button variant="tertiary" loading={isBusy} aria-keyshortcuts="n" onClick={() => void keepApart()}>
            {text('review.merges.keep-apart')}
          </Button>
          <Button loading={isBusy} aria-keyshortcuts="m" onClick={() => void unite()}>
            {text('review.merges.merge')}
          </Button>
        </Flex>
      </Flex>
      <Sides>
        <Side side={from} role="review.merges.from" />
        <Side side={into} role="review.merges.into" />
      </Sides>
    </Flex>
  );
}

function Side({ side, role }: { readonly side: MergeSide; readonly role: TextKey }) {
  const text = useText();
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Typography variant="sigma" textColor="neutral600">
        {text(role)}
      </Typography>
      <Flex gap={2}>
        <Typography tag="h3" variant="delta" dir="auto">
          {side.name}
        </Typography>
        {side.kind !== null && <Badge>{text(`entity.kind.${side.kind}` as TextKey)}</Badge>}
      </Flex>
      <NamesInContext key={side.documentId} documentId={side.documentId} />
    </Flex>
  );
}
