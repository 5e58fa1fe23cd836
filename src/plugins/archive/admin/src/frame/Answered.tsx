import type { ReactNode } from 'react';
import { Box, Button, EmptyStateLayout, Flex, Loader } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';

import type { RequestState } from '../fetch/use-request';
import { useText } from '../text/use-text';

export interface AnsweredProps<Answer> {
  readonly request: RequestState<Answer>;
  /** Height kept while it loads, so that nothing jumps. */
  readonly minHeight?: string;
  readonly children: (answer: Answer) => ReactNode;
}

/** What was fetched; a loader before it is there; what went wrong, with a button to try again. */
export function Answered<Answer>({ request, minHeight = '24rem', children }: AnsweredProps<Answer>) {
  const text = useText();
  if (request.answer !== null) return <>{children(request.answer)}</>;
  if (request.failure !== null) {
    return (
      <Box background="neutral0" hasRadius shadow="tableShadow" role="alert">
        <EmptyStateLayout
          icon={<WarningCircle width="6rem" height="6rem" fill="danger500" />}
          content={request.failure}
          action={
            <Button variant="secondary" onClick={request.reload}>
              {text('frame.try-again')}
            </Button>
          }
        />
      </Box>
    );
  }
  return (
    <Flex justifyContent="center" alignItems="center" minHeight={minHeight}>
      <Loader>{text('frame.loading')}</Loader>
    </Flex>
  );
}
