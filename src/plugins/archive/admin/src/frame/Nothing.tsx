import type { ReactNode } from 'react';
import { Box, EmptyStateLayout } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';

/** Says that a list is empty, and what to do about it. */
export function Nothing({ children, action }: { readonly children: string; readonly action?: ReactNode }) {
  return (
    <Box background="neutral0" hasRadius shadow="tableShadow">
      <EmptyStateLayout
        icon={<EmptyDocuments width="16rem" aria-hidden />}
        content={children}
        action={action}
      />
    </Box>
  );
}
