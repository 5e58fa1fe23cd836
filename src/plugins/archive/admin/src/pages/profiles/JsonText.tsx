import { Box, Typography } from '@strapi/design-system';

import { useText } from '../../text/use-text';

/** A value as JSON, to be read. */
export function JsonText({ value }: { readonly value: unknown }) {
  const text = useText();
  return (
    <Box
      tag="pre"
      dir="ltr"
      tabIndex={0}
      role="region"
      aria-label={text('profile.definition')}
      background="neutral100"
      padding={4}
      hasRadius
      overflow="auto"
      maxHeight="64vh"
    >
      <Typography variant="pi" style={{ fontFamily: 'monospace' }}>
        {JSON.stringify(value, null, 2)}
      </Typography>
    </Box>
  );
}
