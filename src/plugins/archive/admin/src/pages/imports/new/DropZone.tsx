import { useRef, useState, type DragEvent } from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { CloudUpload } from '@strapi/icons';
import { styled } from 'styled-components';

import { useText } from '../../../text/use-text';

const Zone = styled(Flex)<{ $isOver: boolean }>`
  border: 1px dashed ${({ theme, $isOver }) => ($isOver ? theme.colors.primary600 : theme.colors.neutral300)};
  background: ${({ theme, $isOver }) => ($isOver ? theme.colors.primary100 : theme.colors.neutral100)};
`;

/** Takes files that are dropped on it or chosen, several at once. */
export function DropZone({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const text = useText();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles(Array.from(event.dataTransfer.files));
  };
  return (
    <Zone
      $isOver={isOver}
      direction="column"
      gap={3}
      padding={8}
      hasRadius
      onDragOver={(event: DragEvent) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={onDrop}
    >
      <CloudUpload width="3.2rem" height="3.2rem" aria-hidden />
      <Typography variant="delta" textAlign="center">
        {text('new.drop')}
      </Typography>
      <Typography variant="pi" textColor="neutral600" textAlign="center">
        {text('new.drop-hint')}
      </Typography>
      <Button variant="secondary" onClick={() => input.current?.click()}>
        {text('new.choose-files')}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={text('new.choose-files')}
        onChange={({ target }) => {
          onFiles(Array.from(target.files ?? []));
          target.value = '';
        }}
      />
    </Zone>
  );
}
