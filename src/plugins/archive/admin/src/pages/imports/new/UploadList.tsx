import { Box, Flex, IconButton, ProgressBar, Typography } from '@strapi/design-system';
import { CheckCircle, Cross } from '@strapi/icons';

import { RawText } from '../../../text/RawText';
import { useFormat } from '../../../text/use-format';
import { useText } from '../../../text/use-text';
import type { Upload } from './use-uploads';

export interface UploadListProps {
  readonly uploads: readonly Upload[];
  readonly onRemove: (key: number) => void;
}

const MOST_SHOWN = 50;

/** Each file with how much of it arrived. */
export function UploadList({ uploads, onRemove }: UploadListProps) {
  const text = useText();
  const { bytes, number } = useFormat();
  const open = [...uploads].sort((one, other) => Number(one.upload !== null) - Number(other.upload !== null));
  return (
    <Flex direction="column" alignItems="stretch" gap={3} tag="ul" paddingTop={4}>
      {open.slice(0, MOST_SHOWN).map(({ key, name, size, received, upload, failure }) => (
        <Flex key={key} tag="li" gap={4}>
          <Box flex="1" minWidth="0">
            <RawText fontWeight="semiBold">{name}</RawText>
          </Box>
          <Box width="12rem">
            {failure !== null && (
              <Typography textColor="danger600" variant="pi" role="alert">
                {failure}
              </Typography>
            )}
            {failure === null && upload === null && (
              <ProgressBar
                size="S"
                value={size === 0 ? 0 : Math.round((received / size) * 100)}
                aria-label={text('new.arriving', { name })}
              />
            )}
            {upload !== null && (
              <Flex gap={2}>
                <CheckCircle fill="success600" aria-hidden />
                <Typography textColor="success600" variant="pi">
                  {text('new.arrived')}
                </Typography>
              </Flex>
            )}
          </Box>
          <Box width="6rem">
            <Typography variant="pi" textColor="neutral600">
              {bytes(size)}
            </Typography>
          </Box>
          <IconButton label={text('new.remove', { name })} variant="ghost" onClick={() => onRemove(key)}>
            <Cross />
          </IconButton>
        </Flex>
      ))}
      {open.length > MOST_SHOWN && (
        <Typography tag="li" textColor="neutral600">
          {text('new.more-files', { count: number(open.length - MOST_SHOWN) })}
        </Typography>
      )}
    </Flex>
  );
}
