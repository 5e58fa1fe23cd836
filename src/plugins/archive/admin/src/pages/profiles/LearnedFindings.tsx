import { Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';

import type { LearnedAnswer } from '../../../../shared/inspection-api';
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
      <Table colCount={COLUMNS.length} rowCount={shown.length + 1}>
        <Thead>
          <Tr>
            {COLUMNS.map((key) => (
              <Th key={key}>
                <Typography variant="sigma" textColor="neutral600">
                  {text(key)}
                </Typography>
              </Th>
            ))}
          </Tr>
        </Thead>
        <Tbody>
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
        </Tbody>
      </Table>
    </Panel>
  );
}
