import type { ReactNode } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';

export interface PanelProps {
  readonly title: string;
  /** Beside the title, at its end. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page on a ground of its own, under its own heading. */
export function Panel({ title, actions, children }: PanelProps) {
  return (
    <Box tag="section" background="neutral0" hasRadius shadow="tableShadow" padding={6} width="100%">
      <Flex justifyContent="space-between" gap={4} paddingBottom={4}>
        <Typography variant="delta" tag="h2">
          {title}
        </Typography>
        {actions}
      </Flex>
      {children}
    </Box>
  );
}
