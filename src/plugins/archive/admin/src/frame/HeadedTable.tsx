import type { ReactNode } from 'react';
import { Table, Tbody, Th, Thead, Tr, Typography } from '@strapi/design-system';

import { useText, type TextKey } from '../text/use-text';

export interface HeadedTableProps {
  readonly columns: readonly TextKey[];
  /** Rows below the heads. */
  readonly rowCount: number;
  readonly children: ReactNode;
}

/** A table with a head for each column. */
export function HeadedTable({ columns, rowCount, children }: HeadedTableProps) {
  const text = useText();
  return (
    <Table colCount={columns.length} rowCount={rowCount + 1}>
      <Thead>
        <Tr>
          {columns.map((key) => (
            <Th key={key}>
              <Typography variant="sigma" textColor="neutral600">
                {text(key)}
              </Typography>
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>{children}</Tbody>
    </Table>
  );
}
