import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Box, Button, Flex, Loader, Typography } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useSearchParams } from 'react-router-dom';
import { styled } from 'styled-components';

import { useAction } from '../../fetch/use-action';
import { Nothing } from '../../frame/Nothing';
import { useText } from '../../text/use-text';
import { useKeys } from './use-keys';
import type { Queue, QueueRow } from './use-queue';

const Split = styled.div`
  display: grid;
  grid-template-columns: minmax(14rem, 18rem) minmax(0, 1fr);
  gap: ${({ theme }) => theme.spaces[4]};
  align-items: start;
`;

const Row = styled.button`
  display: block;
  width: 100%;
  text-align: start;
  padding: ${({ theme }) => `${theme.spaces[3]} ${theme.spaces[4]}`};
  border: 0;
  border-block-end: 1px solid ${({ theme }) => theme.colors.neutral150};
  background: ${({ theme }) => theme.colors.neutral0};
  cursor: pointer;
  &:hover {
    background: ${({ theme }) => theme.colors.neutral100};
  }
  &[aria-current='true'] {
    background: ${({ theme }) => theme.colors.primary100};
  }
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: -2px;
  }
`;

/**
 * A decision that was made, in words, and what to post to undo it: by the queue, since what made the decision has left
 * the page by then, and the requests of its client with it.
 */
export interface Decision {
  readonly said: string;
  readonly undo: { readonly path: string; readonly body?: Readonly<Record<string, unknown>> };
}

export interface QueueViewProps<Item extends QueueRow> {
  readonly queue: Queue<Item>;
  readonly name: string;
  readonly empty: string;
  readonly onDecided: () => void;
  /** The two lines of an item in the list. */
  readonly label: (item: Item) => { readonly title: ReactNode; readonly note: ReactNode };
  /** The chosen item; `decided` takes it out of the queue. */
  readonly children: (item: Item, decided: (decision: Decision) => void) => ReactNode;
}

/** The items of a queue beside the chosen one. J and K go through them, U undoes the last decision. */
export function QueueView<Item extends QueueRow>({
  queue,
  name,
  empty,
  onDecided,
  label,
  children,
}: QueueViewProps<Item>) {
  const text = useText();
  const { post } = useFetchClient();
  const { run, isBusy } = useAction();
  const [search, setSearch] = useSearchParams();
  const [last, setLast] = useState<Decision | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const { rows } = queue;
  const asked = search.get('item');
  const at = Math.max(
    0,
    rows.findIndex((row) => String(row.id) === asked),
  );
  const item = rows[at];

  const choose = (index: number) => {
    const row = rows[index];
    if (row) setSearch({ item: String(row.id) }, { replace: true });
  };
  const decided = (decision: Decision) => {
    if (item === undefined) return;
    setLast(decision);
    // The next one takes its place; at the end, the one before.
    const neighbour = rows[at + 1] ?? rows[at - 1];
    setSearch(neighbour ? { item: String(neighbour.id) } : {}, { replace: true });
    queue.remove(item.id);
    onDecided();
  };
  const undo = async () => {
    if (last === null || isBusy) return;
    const { path, body } = last.undo;
    if ((await run(() => post(path, body), text('review.undone'))) === null) return;
    setLast(null);
    queue.reload();
    onDecided();
  };
  useKeys({
    j: () => {
      choose(at + 1);
    },
    k: () => {
      choose(at - 1);
    },
    u: last === null ? undefined : () => void undo(),
  });
  useEffect(() => {
    list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [item?.id]);

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {last !== null && (
        <Flex
          background="success100"
          hasRadius
          padding={3}
          gap={4}
          justifyContent="space-between"
          role="status"
        >
          <Typography textColor="success700">{last.said}</Typography>
          <Button
            variant="tertiary"
            size="S"
            loading={isBusy}
            aria-keyshortcuts="u"
            onClick={() => void undo()}
          >
            {text('review.undo')}
          </Button>
        </Flex>
      )}
      {queue.failure !== null && (
        <Flex
          background="danger100"
          hasRadius
          padding={3}
          gap={4}
          justifyContent="space-between"
          role="alert"
        >
          <Typography textColor="danger700">{queue.failure}</Typography>
          <Button variant="tertiary" size="S" onClick={queue.reload}>
            {text('frame.try-again')}
          </Button>
        </Flex>
      )}
      {item === undefined && queue.isLoading && (
        <Flex justifyContent="center" padding={8}>
          <Loader>{text('frame.loading')}</Loader>
        </Flex>
      )}
      {item === undefined && !queue.isLoading && queue.failure === null && <Nothing>{empty}</Nothing>}
      {item !== undefined && (
        <Split>
          <Box background="neutral0" shadow="tableShadow" hasRadius overflow="hidden">
            <Box
              ref={list}
              maxHeight="calc(100vh - 24rem)"
              minHeight="16rem"
              overflow="auto"
              role="list"
              aria-label={name}
            >
              {rows.map((row, index) => {
                const { title, note } = label(row);
                return (
                  <div role="listitem" key={row.id}>
                    <Row
                      type="button"
                      aria-current={index === at}
                      onClick={() => {
                        choose(index);
                      }}
                    >
                      <Typography
                        tag="span"
                        variant="omega"
                        fontWeight="semiBold"
                        textColor="neutral800"
                        ellipsis
                        display="block"
                        dir="auto"
                      >
                        {title}
                      </Typography>
                      <Typography tag="span" variant="pi" textColor="neutral600" ellipsis display="block">
                        {note}
                      </Typography>
                    </Row>
                  </div>
                );
              })}
            </Box>
            {queue.hasMore && (
              <Box padding={2}>
                <Button variant="ghost" fullWidth loading={queue.isLoading} onClick={queue.more}>
                  {text('review.more')}
                </Button>
              </Box>
            )}
            <Box padding={3} background="neutral100">
              <Typography variant="pi" textColor="neutral600">
                {text('review.keys')}
              </Typography>
            </Box>
          </Box>
          <Box background="neutral0" shadow="tableShadow" hasRadius padding={6} key={item.id}>
            {children(item, decided)}
          </Box>
        </Split>
      )}
    </Flex>
  );
}
