import { Td, Tr, Typography } from '@strapi/design-system';

import type { LearnedAnswer } from '../../../../shared/inspection-api';
import { HeadedTable } from '../../frame/HeadedTable';
import { Panel } from '../../frame/Panel';
import { RawText } from '../../text/RawText';
import { useFormat } from '../../text/use-format';
import { useText, type TextKey } from '../../text/use-text';

const COLUMNS: readonly TextKey[] = ['learn.column.key', 'learn.column.value', 'learn.column.pages'];
const MOST_SHOWN = 100;

/** What was learned, with how many pages each rule holds on. */
export function LearnedFindings({ learned }: { readonly learned: LearnedAnswer }) {
  const text = useText();
  const { number, percent } = useFormat();
  const shown = learned.findings.slice(0, MOST_SHOWN);
  return (
    <Panel title={text('learn.findings', { count: learned.pages })}>
      <HeadedTable columns={COLUMNS} rowCount={shown.length}>
        {shown.map(({ key, value, pages, share }, index) => (
          <Tr key={`${index} ${value}`}>
            <Td>
              <Typography>{key ?? text('learn.not-used')}</Typography>
            </Td>
            <Td>
              <RawText>{value}</RawText>
            </Td>
            <Td>
              <Typography>{`${number(pages)} · ${percent(share)}`}</Typography>
            </Td>
          </Tr>
        ))}
      </HeadedTable>
    </Panel>
  );
}
