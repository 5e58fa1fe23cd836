import { useState } from 'react';
import { Button, Divider, Flex, Typography } from '@strapi/design-system';
import { unstable_useContentManagerContext as useContentManagerContext } from '@strapi/strapi/admin';

import { useRights } from '../access/use-rights';
import { useText } from '../text/use-text';
import type { ArchiveDocument } from './archive-document';
import { ArchiveFacts } from './ArchiveFacts';
import { ProvenanceModal } from './ProvenanceModal';
import { Takedown } from './Takedown';

interface PanelProps {
  readonly document?: object;
  readonly documentId?: string;
  readonly model: string;
}

/** Beside every article of a type that opted in: where it comes from, when it appeared, what may be done with it. */
export function ArchivePanel({ document, documentId, model }: PanelProps) {
  const text = useText();
  const { contentType } = useContentManagerContext();
  const options = (contentType as { pluginOptions?: { archive?: { enabled?: boolean } } } | undefined)
    ?.pluginOptions;
  if (options?.archive?.enabled !== true || documentId === undefined || document === undefined) return null;
  return {
    title: text('record.title'),
    content: <ArchiveRecord article={document as ArchiveDocument} documentId={documentId} model={model} />,
  };
}

interface RecordProps {
  readonly article: ArchiveDocument;
  readonly documentId: string;
  readonly model: string;
}

function ArchiveRecord({ article, documentId, model }: RecordProps) {
  const text = useText();
  const may = useRights();
  const [isOpen, setOpen] = useState(false);
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%">
      <ArchiveFacts article={article} documentId={documentId} model={model} />
      {may('provenance') && (
        <Button
          variant="secondary"
          fullWidth
          onClick={() => {
            setOpen(true);
          }}
        >
          {text('record.provenance')}
        </Button>
      )}
      {may('withdraw') && (
        <>
          <Divider />
          <Takedown article={article} documentId={documentId} model={model} />
        </>
      )}
      {isOpen && (
        <ProvenanceModal
          documentId={documentId}
          locale={article.locale ?? null}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
      {article.legacyId === null && article.dumpPath === null && (
        <Typography variant="pi" textColor="neutral600">
          {text('record.not-imported')}
        </Typography>
      )}
    </Flex>
  );
}
