import { useMemo } from 'react';
import { Box, Typography } from '@strapi/design-system';
import { diffLines } from 'diff';

import { useText } from '../../text/use-text';

export interface DiffTextProps {
  readonly before: string;
  readonly after: string;
}

/** Two texts in one: lines that went with a minus, lines that came with a plus. */
export function DiffText({ before, after }: DiffTextProps) {
  const text = useText();
  const parts = useMemo(() => diffLines(before, after), [before, after]);
  return (
    <Box
      dir="ltr"
      tabIndex={0}
      role="region"
      aria-label={text('profile.difference')}
      overflow="auto"
      maxHeight="64vh"
      hasRadius
      background="neutral100"
      padding={4}
    >
      {parts.map(({ value, added, removed }, index) => (
        <Box
          key={index}
          background={added ? 'success100' : removed ? 'danger100' : 'neutral100'}
          paddingLeft={2}
          style={{ whiteSpace: 'pre-wrap', fontFamily: 'monospace' }}
        >
          <Typography variant="pi" textColor={added ? 'success700' : removed ? 'danger700' : 'neutral800'}>
            {value
              .replace(/\n$/, '')
              .split('\n')
              .map((line) => `${added ? '+' : removed ? '-' : ' '} ${line}`)
              .join('\n')}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}
