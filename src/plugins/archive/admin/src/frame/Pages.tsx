import { Pagination } from '@strapi/strapi/admin';
import { Box } from '@strapi/design-system';

export interface PagesProps {
  readonly pageCount: number;
  readonly total: number;
}

/** Page size and page of a list, kept in the address (`?page=2&pageSize=20`) so that links and the back button work. */
export function Pages({ pageCount, total }: PagesProps) {
  return (
    <Box paddingTop={4}>
      <Pagination.Root pageCount={pageCount} total={total} defaultPageSize={20}>
        <Pagination.PageSize options={['10', '20', '50', '100']} />
        <Pagination.Links />
      </Pagination.Root>
    </Box>
  );
}
