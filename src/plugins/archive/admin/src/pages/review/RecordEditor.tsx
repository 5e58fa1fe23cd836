import { useState } from 'react';
import { Box, Button, Field, Flex, TextInput, Textarea, Typography } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { styled } from 'styled-components';

import { CORRECTABLE_FIELDS, type CorrectableField } from '../../../../core/draft/correct-draft';
import { ISSUES } from '../../../../core/issue';
import type { DecidedRecord, OpenedRecord } from '../../../../shared/review-api';
import { EdtfField } from '../../dates/EdtfField';
import { useAction } from '../../fetch/use-action';
import { RawText } from '../../text/RawText';
import { useText } from '../../text/use-text';
import type { Decision } from './QueueView';
import { RejectDialog } from './RejectDialog';
import { useKeys } from './use-keys';

const Sides = styled.div`
  display: grid;
  grid-template-columns: repeat(2, minmax(0, 1fr));
  gap: ${({ theme }) => theme.spaces[6]};
`;

interface RecordEditorProps {
  readonly opened: OpenedRecord;
  readonly decided: (decision: Decision) => void;
}

type Given = Partial<Record<CorrectableField, string>>;

/** A record as it stands in its dump beside the article that it is to become. A accepts, R rejects. */
export function RecordEditor({ opened, decided }: RecordEditorProps) {
  const text = useText();
  const { post } = useFetchClient();
  const { run, isBusy } = useAction();
  const [given, setGiven] = useState<Given>({});
  const [isRejecting, setRejecting] = useState(false);
  const { id, record, why, issues } = opened;
  const address = `/archive/review/records/${id}`;
  const valueOf = (field: CorrectableField) => given[field] ?? record?.fields[field] ?? '';
  const isWhole = valueOf('title').trim() !== '' && valueOf('body').trim() !== '';
  const undo = { path: `${address}/reopen` };

  const accept = async () => {
    if (!isWhole || isBusy) return;
    const done = await run(() => post<{ data: DecidedRecord }>(`${address}/accept`, { fields: given }));
    if (done !== null) decided({ said: text('review.records.accepted', { title: valueOf('title') }), undo });
  };
  const reject = async (reason: string) => {
    const done = await run(() => post(`${address}/reject`, { reason }));
    if (done !== null) decided({ said: text('review.records.rejected', { file: opened.file }), undo });
  };
  useKeys({
    a: () => void accept(),
    r: () => {
      setRejecting(true);
    },
  });

  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      <Flex justifyContent="space-between" alignItems="start" gap={4}>
        <Box>
          <Typography tag="h2" variant="beta">
            {text('review.records.what')}
          </Typography>
          <RawText variant="pi" textColor="neutral600">
            {[opened.file, opened.member].filter(Boolean).join(' › ')}
          </RawText>
        </Box>
        <Flex gap={2}>
          <RejectDialog isOpen={isRejecting} onOpenChange={setRejecting} isBusy={isBusy} onReject={reject} />
          <Button
            disabled={!isWhole || record === null}
            loading={isBusy}
            aria-keyshortcuts="a"
            onClick={() => void accept()}
          >
            {text('review.records.accept')}
          </Button>
        </Flex>
      </Flex>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
        {issues.map((issue, index) => (
          <Box tag="li" key={index} background="warning100" hasRadius padding={3}>
            <Typography textColor="neutral800" variant="omega">
              {ISSUES[issue.code]}
            </Typography>
            {issue.found !== '' && (
              <RawText variant="pi" textColor="neutral700" display="block">
                {issue.found}
              </RawText>
            )}
          </Box>
        ))}
      </Flex>
      {record === null ? (
        <Typography textColor="danger700">{text('review.records.unreadable', { why: why ?? '' })}</Typography>
      ) : (
        <Sides>
          <Box>
            <Typography tag="h3" variant="delta">
              {text('review.records.raw')}
            </Typography>
            <Box
              background="neutral100"
              hasRadius
              padding={4}
              marginTop={3}
              maxHeight="44rem"
              overflow="auto"
              tabIndex={0}
              role="region"
              aria-label={text('review.records.raw')}
            >
              {record.text === '' ? (
                <Typography textColor="neutral600">{text('review.records.no-text')}</Typography>
              ) : (
                <RawText variant="omega">{record.text}</RawText>
              )}
            </Box>
          </Box>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography tag="h3" variant="delta">
              {text('review.records.article')}
            </Typography>
            {CORRECTABLE_FIELDS.map((field) => (
              <CorrectedField
                key={field}
                field={field}
                value={valueOf(field)}
                onChange={(value) => {
                  setGiven((last) => ({ ...last, [field]: value }));
                }}
              />
            ))}
          </Flex>
        </Sides>
      )}
    </Flex>
  );
}

interface CorrectedFieldProps {
  readonly field: CorrectableField;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function CorrectedField({ field, value, onChange }: CorrectedFieldProps) {
  const text = useText();
  const label = text(`field.${field}`);
  const write = (event: { target: { value: string } }) => {
    onChange(event.target.value);
  };
  if (field === 'dateEdtf') return <EdtfField name={field} label={label} value={value} onChange={onChange} />;
  return (
    <Field.Root name={field} required={field === 'title' || field === 'body'}>
      <Field.Label>{label}</Field.Label>
      {field === 'body' ? (
        <Textarea dir="auto" rows={10} value={value} onChange={write} />
      ) : (
        <TextInput dir="auto" value={value} onChange={write} />
      )}
    </Field.Root>
  );
}
