import { Badge, Flex, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { styled } from 'styled-components';

import { REVIEW_QUEUES, type ReviewCounts, type ReviewQueue } from '../../../../shared/review-api';
import { useFormat } from '../../text/use-format';
import { useText } from '../../text/use-text';

const Tab = styled(NavLink)`
  display: flex;
  align-items: center;
  gap: ${({ theme }) => theme.spaces[2]};
  padding: ${({ theme }) => `${theme.spaces[2]} ${theme.spaces[3]}`};
  border-radius: ${({ theme }) => theme.borderRadius};
  text-decoration: none;
  &:hover {
    background: ${({ theme }) => theme.colors.neutral150};
  }
  &[aria-current='page'] {
    background: ${({ theme }) => theme.colors.primary100};
  }
`;

interface QueueMenuProps {
  readonly counts: ReviewCounts;
  readonly current: ReviewQueue;
}

/** All queues, each with how many wait in it. */
export function QueueMenu({ counts, current }: QueueMenuProps) {
  const text = useText();
  const { number } = useFormat();
  return (
    <Flex tag="nav" aria-label={text('review.queues')} gap={1} wrap="wrap">
      {REVIEW_QUEUES.map((queue) => (
        <Tab key={queue} to={`/plugins/archive/review/${queue}`}>
          <Typography
            tag="span"
            variant="omega"
            fontWeight="semiBold"
            textColor={queue === current ? 'primary700' : 'neutral800'}
          >
            {text(`review.queue.${queue}`)}
          </Typography>
          <Badge textColor="neutral800">{number(counts[queue])}</Badge>
        </Tab>
      ))}
    </Flex>
  );
}
