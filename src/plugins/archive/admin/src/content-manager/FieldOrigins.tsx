import { useState } from 'react';
import { Accordion, Badge, Box, Flex, Typography } from '@strapi/design-system';

import type { FieldProvenance, ProvenanceView } from '../../../shared/provenance-api';
import { useRequest } from '../fetch/use-request';
import { Answered } from '../frame/Answered';
import { useFormat } from '../text/use-format';
import { useText } from '../text/use-text';
import { Excerpt } from './Excerpt';

/** Each field that an import wrote or a person changed; opened, it shows the words of the dump. */
export function FieldOrigins({ provenance }: { readonly provenance: ProvenanceView }) {
  const text = useText();
  const { percent } = useFormat();
  const [open, setOpen] = useState('');
  return (
    <Box paddingTop={4}>
      <Accordion.Root
        collapsible
        size="S"
        value={open}
        onValueChange={(value) => {
          setOpen(value);
        }}
      >
        {provenance.fields.map(({ field, state, evidence }) => (
          <Accordion.Item key={field} value={field}>
            <Accordion.Header>
              <Accordion.Trigger>
                <Flex gap={2} tag="span">
                  <span dir="ltr">{field}</span>
                  <Badge>{text(`record.state.${state}`)}</Badge>
                  {evidence && (
                    <Typography variant="pi" textColor="neutral600" tag="span">
                      <bdi>{typeof evidence['rule'] === 'string' ? evidence['rule'] : ''}</bdi>
                      {typeof evidence['confidence'] === 'number'
                        ? ` · ${percent(evidence['confidence'])}`
                        : ''}
                    </Typography>
                  )}
                </Flex>
              </Accordion.Trigger>
            </Accordion.Header>
            <Accordion.Content>
              {open === field && <FieldOrigin provenance={provenance} field={field} />}
            </Accordion.Content>
          </Accordion.Item>
        ))}
      </Accordion.Root>
    </Box>
  );
}

function FieldOrigin({ provenance, field }: { readonly provenance: ProvenanceView; readonly field: string }) {
  const { documentId, locale } = provenance;
  const origin = useRequest<{ readonly data: FieldProvenance }>(
    `/archive/provenance/${documentId}/fields/${field}`,
    { params: { locale: locale ?? undefined } },
  );
  return (
    <Box padding={4}>
      <Answered request={origin} minHeight="6rem">
        {({ data }) => <Excerpt origin={data} />}
      </Answered>
    </Box>
  );
}
