import { Badge, Flex, Link as StyledLink, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';

import { REVIEW_QUEUES, type ReviewCounts } from '../../../../shared/review-api';
import { useRequest } from '../../fetch/use-request';
import { Answered } from '../../frame/Answered';
import { Panel } from '../../frame/Panel';
import { useFormat } from '../../text/use-format';
import { useText } from '../../text/use-text';

/** How many wait in each queue of the review, with a link to it. */
export function WaitingForReview() {
  const text = useText();
  const { number } = useFormat();
  const counts = useRequest<{ readonly data: ReviewCounts }>('/archive/review');
  return (
    <Panel title={text('overview.waiting')}>
      <Answered request={counts} minHeight="12rem">
        {({ data }) => {
          const queues = REVIEW_QUEUES.filter((queue) => data[queue] > 0);
          if (queues.length === 0) return <Typography>{text('overview.nothing-waits')}</Typography>;
          return (
            <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
              {queues.map((queue) => (
                <Flex tag="li" key={queue} justifyContent="space-between" gap={4}>
                  <StyledLink tag={Link} to={`/plugins/archive/review/${queue}`}>
                    {text(`review.queue.${queue}`)}
                  </StyledLink>
                  <Badge>{number(data[queue])}</Badge>
                </Flex>
              ))}
            </Flex>
          );
        }}
      </Answered>
    </Panel>
  );
}
