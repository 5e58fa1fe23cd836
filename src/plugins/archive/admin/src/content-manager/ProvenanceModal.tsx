import { Modal, Tabs } from '@strapi/design-system';

import type { ProvenanceView } from '../../../shared/provenance-api';
import { useRequest } from '../fetch/use-request';
import { Answered } from '../frame/Answered';
import { useText } from '../text/use-text';
import { FieldOrigins } from './FieldOrigins';
import { ImportHistory } from './ImportHistory';

interface ProvenanceModalProps {
  readonly documentId: string;
  readonly locale: string | null;
  readonly onClose: () => void;
}

interface Answer {
  readonly data: ProvenanceView;
}

/** Field by field, where an article comes from, and every import that wrote it. */
export function ProvenanceModal({ documentId, locale, onClose }: ProvenanceModalProps) {
  const text = useText();
  const provenance = useRequest<Answer>(`/archive/provenance/${documentId}`, {
    params: { locale: locale ?? undefined },
  });
  return (
    <Modal.Root
      open
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{text('record.provenance')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Answered request={provenance}>
            {({ data }) => (
              <Tabs.Root defaultValue="fields" variant="simple">
                <Tabs.List aria-label={text('record.provenance')}>
                  <Tabs.Trigger value="fields">{text('record.fields')}</Tabs.Trigger>
                  <Tabs.Trigger value="imports">{text('record.imports')}</Tabs.Trigger>
                </Tabs.List>
                <Tabs.Content value="fields">
                  <FieldOrigins provenance={data} />
                </Tabs.Content>
                <Tabs.Content value="imports">
                  <ImportHistory imports={data.imports} />
                </Tabs.Content>
              </Tabs.Root>
            )}
          </Answered>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
