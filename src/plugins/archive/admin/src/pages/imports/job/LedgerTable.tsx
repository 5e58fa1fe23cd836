import { Box, Flex, Td, Tr, Typography } from '@strapi/design-system';

import type { LedgerRow } from '../../../../../shared/job-api';
import { ArticleLink } from '../../../frame/ArticleLink';
import { HeadedTable } from '../../../frame/HeadedTable';
import { RawText } from '../../../text/RawText';
import { useText, type TextKey } from '../../../text/use-text';
import { OUTCOME_COLOURS } from './OutcomeBar';

const COLUMNS: readonly TextKey[] = ['ledger.record', 'ledger.outcome', 'ledger.reason', 'ledger.read-as'];

/** Ledger rows: which record, what became of it, why, and how it was read. */
export function LedgerTable({ rows }: { readonly rows: readonly LedgerRow[] }) {
  const text = useText();
  return (
    <HeadedTable columns={COLUMNS} rowCount={rows.length}>
      {rows.map((row) => (
        <Tr key={row.id}>
          <Td>
            <Flex
              direction="column"
              alignItems="start"
              gap={1}
              maxWidth="30rem"
              paddingTop={2}
              paddingBottom={2}
            >
              {row.target === null || row.contentType === null ? (
                <RawText fontWeight="semiBold">{row.title ?? '–'}</RawText>
              ) : (
                <ArticleLink contentType={row.contentType} documentId={row.target} locale={row.locale}>
                  {row.title ?? row.target}
                </ArticleLink>
              )}
              <RawText variant="pi" textColor="neutral600">
                {[row.dumpPath, ...(row.member === null ? [] : [row.member])].join('/')}
              </RawText>
            </Flex>
          </Td>
          <Td>
            <Flex gap={2}>
              <Box background={OUTCOME_COLOURS[row.outcome]} width="8px" height="8px" borderRadius="50%" />
              <Typography>{text(`outcome.${row.outcome}`)}</Typography>
            </Flex>
          </Td>
          <Td>
            <Typography textColor="neutral700">{row.reason ?? row.undo ?? '–'}</Typography>
          </Td>
          <Td>
            <Typography variant="pi" textColor="neutral600">
              {[row.format, row.encoding, row.profile].filter((part) => part !== null).join(' · ')}
            </Typography>
          </Td>
        </Tr>
      ))}
    </HeadedTable>
  );
}
