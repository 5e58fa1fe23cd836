import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { FieldProvenance } from '../../../shared/provenance-api';
import { useText } from '../text/use-text';

const Words = styled(Typography)`
  display: block;
  white-space: pre-wrap;
  overflow-wrap: anywhere;
`;

/** The place that a field was taken from, marked. */
export const Marked = styled.mark`
  background: ${({ theme }) => theme.colors.warning200};
  color: inherit;
  border-radius: 2px;
`;

/** The dump's own words around the place of a field, or why there are none. */
export function Excerpt({ origin }: { readonly origin: FieldProvenance }) {
  const text = useText();
  const { excerpt, why } = origin;
  if (excerpt === null) return <Typography textColor="neutral600">{why ?? ''}</Typography>;
  const [from, to] = [excerpt.start - excerpt.textStart, excerpt.end - excerpt.textStart];
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Box background="neutral100" hasRadius padding={3} maxHeight="20rem" overflow="auto" tabIndex={0}>
        <Words variant="omega" dir="auto">
          {excerpt.text.slice(0, from)}
          <Marked>{excerpt.text.slice(from, to)}</Marked>
          {excerpt.text.slice(to)}
        </Words>
      </Box>
      {origin.import && (
        <Typography variant="pi" textColor="neutral600">
          {text('record.from', { path: origin.import.file.path, job: origin.import.job })}
        </Typography>
      )}
    </Flex>
  );
}
