import { useState } from 'react';
import { Box, Button, Flex, Tabs } from '@strapi/design-system';

import type { DumpRequest } from '../../../../../shared/inspection-api';
import { useText } from '../../../text/use-text';
import { DropZone } from './DropZone';
import { FolderPicker } from './FolderPicker';
import { UploadList } from './UploadList';
import { useUploads } from './use-uploads';

export type ChosenDump = Required<Pick<DumpRequest, 'paths' | 'uploads'>>;

/** First step: files from the person's own machine, or what lies on the server. */
export function ChooseDump({ onChosen }: { readonly onChosen: (dump: ChosenDump) => void }) {
  const text = useText();
  const { uploads, add, remove } = useUploads();
  const [paths, setPaths] = useState<readonly string[]>([]);
  const tokens = uploads.flatMap(({ upload }) => upload ?? []);
  const isArriving = uploads.some(({ upload, failure }) => upload === null && failure === null);
  const isReady = !isArriving && tokens.length + paths.length > 0;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Tabs.Root defaultValue="upload">
        <Tabs.List aria-label={text('new.step.choose')}>
          <Tabs.Trigger value="upload">{text('new.upload')}</Tabs.Trigger>
          <Tabs.Trigger value="folder">{text('new.folder')}</Tabs.Trigger>
        </Tabs.List>
        <Tabs.Content value="upload">
          <Box padding={6} background="neutral0">
            <DropZone onFiles={add} />
            {uploads.length > 0 && <UploadList uploads={uploads} onRemove={remove} />}
          </Box>
        </Tabs.Content>
        <Tabs.Content value="folder">
          <Box padding={6} background="neutral0">
            <FolderPicker chosen={paths} onChoose={setPaths} />
          </Box>
        </Tabs.Content>
      </Tabs.Root>
      <Flex justifyContent="flex-end">
        <Button
          disabled={!isReady}
          onClick={() => {
            onChosen({ paths, uploads: tokens });
          }}
        >
          {text('new.look')}
        </Button>
      </Flex>
    </Flex>
  );
}
