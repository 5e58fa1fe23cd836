import { Accordion, Box, Flex, Typography } from '@strapi/design-system';

import type { ReasonGroup } from '../../../../../shared/job-api';
import { useRequest } from '../../../fetch/use-request';
import { Answered } from '../../../frame/Answered';
import { Panel } from '../../../frame/Panel';
import { RawText } from '../../../text/RawText';
import { useFormat } from '../../../text/use-format';
import { useText } from '../../../text/use-text';

export interface AboutJob {
  readonly job: number;
  /** Changes when the ledger did. */
  readonly version: string;
}

/** Why records were not written as articles: by code, with what to do and some examples. */
export function JobReasons({ job, version }: AboutJob) {
  const text = useText();
  const { number } = useFormat();
  const request = useRequest<{ readonly data: readonly ReasonGroup[] }>(`/archive/jobs/${job}/reasons`, {
    version,
  });
  if (request.answer?.data.length === 0) return null;
  return (
    <Panel title={text('imports.reasons')}>
      <Answered request={request} minHeight="8rem">
        {({ data }) => (
          <Accordion.Root>
            {data.map((group) => (
              <Accordion.Item
                key={`${group.outcome} ${group.reason}`}
                value={`${group.outcome} ${group.reason}`}
              >
                <Accordion.Header>
                  <Accordion.Trigger>
                    {`${text(`outcome.${group.outcome}`)} · ${group.reason} · ${number(group.records)}`}
                  </Accordion.Trigger>
                </Accordion.Header>
                <Accordion.Content>
                  <Box padding={6}>
                    <ReasonDetails group={group} />
                  </Box>
                </Accordion.Content>
              </Accordion.Item>
            ))}
          </Accordion.Root>
        )}
      </Answered>
    </Panel>
  );
}

function ReasonDetails({ group }: { readonly group: ReasonGroup }) {
  return (
    <Flex direction="column" alignItems="start" gap={3}>
      {group.advice !== null && <Typography>{group.advice}</Typography>}
      {group.examples.map(({ id, dumpPath, title }) => (
        <Flex key={id} direction="column" alignItems="start" gap={1}>
          <RawText fontWeight="semiBold">{title ?? '–'}</RawText>
          <RawText variant="pi" textColor="neutral600">
            {dumpPath}
          </RawText>
        </Flex>
      ))}
    </Flex>
  );
}
