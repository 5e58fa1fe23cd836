import { Flex, Link as StyledLink, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';

import { REVIEW_QUEUES, type ReviewCounts } from '../../../shared/review-api';
import type { StatisticsView } from '../../../shared/statistics-api';
import { useRights } from '../access/use-rights';
import { useRequest } from '../fetch/use-request';
import { Answered } from '../frame/Answered';
import { useFormat } from '../text/use-format';
import { useText } from '../text/use-text';

/** On the home page: how large the archive is, how much of it has no date, and what waits for a person. */
export function ArchiveWidget() {
  const text = useText();
  const may = useRights();
  const { number, percent } = useFormat();
  const statistics = useRequest<{ readonly data: StatisticsView }>('/archive/statistics');
  const review = useRequest<{ readonly data: ReviewCounts }>(may('review') ? '/archive/review' : null);
  const counts = review.answer?.data;
  const waiting = counts && REVIEW_QUEUES.reduce((sum, queue) => sum + counts[queue], 0);
  return (
    <Answered request={statistics} minHeight="8rem">
      {({ data: { total } }) => (
        <Flex tag="dl" justifyContent="space-around" gap={6} padding={4} wrap="wrap">
          <Count name={text('overview.articles')} value={number(total.articles)} to="overview" />
          <Count name={text('overview.undated')} value={percent(total.undatedShare)} to="overview" />
          {waiting !== undefined && (
            <Count name={text('overview.waiting')} value={number(waiting)} to="review" />
          )}
        </Flex>
      )}
    </Answered>
  );
}

interface CountProps {
  readonly name: string;
  readonly value: string;
  /** The page of the archive that tells more. */
  readonly to: string;
}

function Count({ name, value, to }: CountProps) {
  return (
    <Flex direction="column" gap={1}>
      <Typography tag="dt" variant="sigma" textColor="neutral600">
        {name}
      </Typography>
      <Typography tag="dd" variant="alpha">
        <StyledLink tag={Link} to={`/plugins/archive/${to}`} aria-label={`${name}: ${value}`}>
          <Typography variant="alpha" textColor="primary600">
            {value}
          </Typography>
        </StyledLink>
      </Typography>
    </Flex>
  );
}
