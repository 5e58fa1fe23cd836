import { Badge, Box, Flex, Typography } from '@strapi/design-system';

import type { ImportProvenance } from '../../../shared/provenance-api';
import { RawText } from '../text/RawText';
import { useFormat } from '../text/use-format';
import { useText, type TextKey } from '../text/use-text';

/** Every import of an article, newest first. */
export function ImportHistory({ imports }: { readonly imports: readonly ImportProvenance[] }) {
  const text = useText();
  const { dateTime } = useFormat();
  return (
    <Flex tag="ol" direction="column" alignItems="stretch" gap={3} paddingTop={4}>
      {imports.map((one) => (
        <Box tag="li" key={one.ledgerId} background="neutral100" hasRadius padding={3}>
          <Flex justifyContent="space-between" gap={2}>
            <Flex gap={2}>
              <Badge>{text(`outcome.${one.outcome}` as TextKey)}</Badge>
              <Typography variant="omega" fontWeight="semiBold">
                {text('imports.kind.import', { id: one.job })}
              </Typography>
            </Flex>
            <Typography variant="pi" textColor="neutral600">
              {one.at === null ? '' : dateTime(one.at)}
            </Typography>
          </Flex>
          <RawText variant="pi" textColor="neutral600">
            {[one.file.path, one.file.member].filter(Boolean).join(' › ')}
          </RawText>
          {one.kept.length > 0 && (
            <Typography tag="p" variant="pi" textColor="neutral600">
              {text('record.kept', { fields: one.kept.join(', ') })}
            </Typography>
          )}
          {one.changed.length > 0 && (
            <Typography tag="p" variant="pi" textColor="neutral600">
              {text('record.changed', { fields: one.changed.join(', ') })}
            </Typography>
          )}
        </Box>
      ))}
    </Flex>
  );
}
