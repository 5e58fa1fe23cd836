import { Flex, LinkButton, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';

import type { MissingMedia } from '../../../../shared/review-api';
import { RawText } from '../../text/RawText';
import { useText } from '../../text/use-text';
import { QueueView } from './QueueView';
import type { QueueProps } from './ReviewPage';
import { useQueue } from './use-queue';

/** Media items of which the archive has no file. */
export function MediaQueue({ onDecided }: QueueProps) {
  const text = useText();
  return (
    <QueueView
      queue={useQueue<MissingMedia>('/archive/review/media')}
      name={text('review.queue.media')}
      empty={text('review.media.none')}
      onDecided={onDecided}
      label={({ legacyId, documentId, credit }) => ({ title: legacyId ?? documentId, note: credit ?? '' })}
    >
      {(item) => (
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Typography tag="h2" variant="beta" dir="auto">
            {item.legacyId ?? item.documentId}
          </Typography>
          <Typography>{text('review.media.about')}</Typography>
          {item.url !== null && <RawText textColor="neutral600">{item.url}</RawText>}
          <Flex>
            <LinkButton
              tag={Link}
              to={`/content-manager/collection-types/${item.contentType}/${item.documentId}`}
            >
              {text('review.media.open')}
            </LinkButton>
          </Flex>
        </Flex>
      )}
    </QueueView>
  );
}
