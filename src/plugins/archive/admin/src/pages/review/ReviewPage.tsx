import type { ReactNode } from 'react';
import { Flex } from '@strapi/design-system';
import { Navigate, useParams } from 'react-router-dom';

import { REVIEW_QUEUES, type ReviewCounts, type ReviewQueue } from '../../../../shared/review-api';
import { useRequest } from '../../fetch/use-request';
import { Answered } from '../../frame/Answered';
import { PageFrame } from '../../frame/PageFrame';
import { useText } from '../../text/use-text';
import { EntitiesQueue } from './EntitiesQueue';
import { MediaQueue } from './MediaQueue';
import { MergesQueue } from './MergesQueue';
import { QueueMenu } from './QueueMenu';
import { RecordsQueue } from './RecordsQueue';
import { UndatedQueue } from './UndatedQueue';
import { VariantsQueue } from './VariantsQueue';

/** What every queue is given: to say that something was decided, so that the counts follow. */
export interface QueueProps {
  readonly onDecided: () => void;
}

const QUEUES: Readonly<Record<ReviewQueue, (props: QueueProps) => ReactNode>> = {
  records: RecordsQueue,
  merges: MergesQueue,
  entities: EntitiesQueue,
  variants: VariantsQueue,
  undated: UndatedQueue,
  media: MediaQueue,
};

/** What waits for a person, one queue at a time. */
export function ReviewPage() {
  const text = useText();
  const asked = useParams()['queue'];
  const counts = useRequest<{ readonly data: ReviewCounts }>('/archive/review');
  const queue = REVIEW_QUEUES.find((one) => one === asked);
  return (
    <PageFrame title={text('review.title')} subtitle={text('review.subtitle')}>
      <Answered request={counts}>
        {({ data }) => {
          const first = REVIEW_QUEUES.find((one) => data[one] > 0) ?? 'records';
          if (queue === undefined) return <Navigate to={`/plugins/archive/review/${first}`} replace />;
          const Queue = QUEUES[queue];
          return (
            <Flex direction="column" alignItems="stretch" gap={4}>
              <QueueMenu counts={data} current={queue} />
              <Queue key={queue} onDecided={counts.reload} />
            </Flex>
          );
        }}
      </Answered>
    </PageFrame>
  );
}
