import { Box, Flex, Typography } from '@strapi/design-system';

import type { NameInContext } from '../../../../shared/review-api';
import { Marked } from '../../content-manager/Excerpt';
import { useRequest } from '../../fetch/use-request';
import { Answered } from '../../frame/Answered';
import { useText } from '../../text/use-text';

/** Samples of where an entity is named. */
export function NamesInContext({ documentId }: { readonly documentId: string }) {
  const text = useText();
  const contexts = useRequest<{ readonly data: readonly NameInContext[] }>(
    `/archive/review/entities/${documentId}/contexts`,
  );
  return (
    <Answered request={contexts} minHeight="8rem">
      {({ data }) =>
        data.length === 0 ? (
          <Typography textColor="neutral600">{text('review.contexts.none')}</Typography>
        ) : (
          <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
            {data.map((one) => (
              <Box
                tag="li"
                key={`${one.documentId}/${one.locale ?? ''}`}
                background="neutral100"
                hasRadius
                padding={3}
              >
                <Typography tag="p" variant="pi" fontWeight="semiBold" dir="auto">
                  {one.title ?? ''} {one.date !== null && <bdi dir="ltr">({one.date})</bdi>}
                </Typography>
                <Typography tag="p" variant="omega" dir="auto">
                  {one.before}
                  <Marked>{one.name}</Marked>
                  {one.after}
                </Typography>
              </Box>
            ))}
          </Flex>
        )
      }
    </Answered>
  );
}
