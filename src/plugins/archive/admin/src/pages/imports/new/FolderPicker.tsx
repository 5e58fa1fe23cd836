import { useState } from 'react';
import { Box, Button, Checkbox, Flex, Typography } from '@strapi/design-system';
import { File, Folder } from '@strapi/icons';

import type { ImportFolder } from '../../../../../shared/job-api';
import { useRequest } from '../../../fetch/use-request';
import { Answered } from '../../../frame/Answered';
import { RawText } from '../../../text/RawText';
import { useFormat } from '../../../text/use-format';
import { useText } from '../../../text/use-text';

export interface FolderPickerProps {
  readonly chosen: readonly string[];
  readonly onChoose: (paths: readonly string[]) => void;
}

/** Goes through the folders of the server that are open for imports, and ticks what to import. */
export function FolderPicker({ chosen, onChoose }: FolderPickerProps) {
  const text = useText();
  const { bytes } = useFormat();
  const [path, setPath] = useState('');
  const request = useRequest<{ readonly data: ImportFolder }>('/archive/import-folder', { params: { path } });
  const tick = (name: string, isTicked: boolean) => {
    onChoose(isTicked ? [...chosen, name] : chosen.filter((one) => one !== name));
  };
  return (
    <Answered request={request} minHeight="12rem">
      {({ data: folder }) =>
        folder.isOpen ? (
          <Flex direction="column" alignItems="stretch" gap={3}>
            <Flex gap={2}>
              <Button
                variant="tertiary"
                size="S"
                disabled={path === ''}
                onClick={() => {
                  setPath(path.split('/').slice(0, -1).join('/'));
                }}
              >
                {text('new.folder-up')}
              </Button>
              <RawText>{`/${path}`}</RawText>
            </Flex>
            {folder.entries.map(({ name, isFolder, size }) => {
              const inside = path === '' ? name : `${path}/${name}`;
              return (
                <Flex key={name} gap={3}>
                  <Checkbox
                    aria-label={text('new.tick', { name })}
                    checked={chosen.includes(inside)}
                    onCheckedChange={(isTicked) => tick(inside, isTicked === true)}
                  />
                  {isFolder ? <Folder aria-hidden /> : <File aria-hidden />}
                  {isFolder ? (
                    <Button
                      variant="ghost"
                      size="S"
                      onClick={() => {
                        setPath(inside);
                      }}
                    >
                      {name}
                    </Button>
                  ) : (
                    <Box flex="1">
                      <RawText>{name}</RawText>
                    </Box>
                  )}
                  {size !== null && (
                    <Typography variant="pi" textColor="neutral600">
                      {bytes(size)}
                    </Typography>
                  )}
                </Flex>
              );
            })}
            {folder.entries.length === 0 && <Typography>{text('new.folder-empty')}</Typography>}
            {folder.more && <Typography textColor="neutral600">{text('new.folder-more')}</Typography>}
          </Flex>
        ) : (
          <Typography textColor="neutral700">{text('new.no-folder')}</Typography>
        )
      }
    </Answered>
  );
}
