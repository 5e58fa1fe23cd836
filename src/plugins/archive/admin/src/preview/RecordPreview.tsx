import { useState } from 'react';
import { Box, Button, Flex, Grid, Loader, Typography } from '@strapi/design-system';

import type { Span } from '../../../core/span';
import type { DumpRequest, SampledPlace } from '../../../shared/inspection-api';
import { Panel } from '../frame/Panel';
import { RawText } from '../text/RawText';
import { useFormat } from '../text/use-format';
import { useText } from '../text/use-text';
import { ArticlePreview } from './ArticlePreview';
import { IssueList } from './IssueList';
import { MarkedText } from './MarkedText';
import { usePreview } from './use-preview';

export interface RecordPreviewProps {
  readonly dump: DumpRequest;
  readonly samples: readonly SampledPlace[];
  /** Read with this profile instead of a stored one; undefined for the stored ones. */
  readonly draftProfile?: unknown;
}

/** Sampled records one after the other: as they stand in the dump, and the article that comes of each. */
export function RecordPreview({ dump, samples, draftProfile }: RecordPreviewProps) {
  const text = useText();
  const { number } = useFormat();
  const [index, setIndex] = useState(0);
  const [at, setAt] = useState<Span | null>(null);
  const sample = samples[Math.min(index, samples.length - 1)];
  const { file = 0, record = 0 } = sample ?? {};
  const { preview, failure, isLoading } = usePreview(
    sample
      ? { ...dump, place: { file, record }, ...(draftProfile === undefined ? {} : { draftProfile }) }
      : null,
  );
  const step = (by: number) => {
    setAt(null);
    setIndex((old) => Math.max(0, Math.min(samples.length - 1, old + by)));
  };
  return (
    <Panel
      title={text('preview.title')}
      actions={
        <Flex gap={2}>
          {isLoading && <Loader small>{text('frame.loading')}</Loader>}
          <Typography variant="pi" textColor="neutral600">
            {text('preview.position', { index: number(index + 1), total: number(samples.length) })}
          </Typography>
          <Button
            variant="tertiary"
            size="S"
            disabled={index === 0}
            onClick={() => {
              step(-1);
            }}
          >
            {text('preview.previous')}
          </Button>
          <Button
            variant="tertiary"
            size="S"
            disabled={index >= samples.length - 1}
            onClick={() => {
              step(1);
            }}
          >
            {text('preview.next')}
          </Button>
        </Flex>
      }
    >
      {failure !== null && (
        <Box role="alert" paddingBottom={4}>
          <Typography textColor="danger600">{failure}</Typography>
        </Box>
      )}
      {preview === null ? (
        <Box minHeight="24rem" />
      ) : (
        <Flex direction="column" alignItems="stretch" gap={4}>
          <RawText variant="pi" textColor="neutral600">
            {preview.line.file}
          </RawText>
          <Grid.Root gap={6}>
            <Grid.Item col={6} s={12} direction="column" alignItems="stretch">
              <MarkedText text={preview.text} at={at} label={text('preview.record')} />
              {preview.isCut && <Typography textColor="neutral600">{text('preview.cut')}</Typography>}
            </Grid.Item>
            <Grid.Item col={6} s={12} direction="column" alignItems="stretch">
              <ArticlePreview line={preview.line} onPoint={setAt} />
            </Grid.Item>
          </Grid.Root>
          <Typography variant="sigma" tag="h3" textColor="neutral600">
            {text('preview.issues')}
          </Typography>
          <IssueList issues={preview.line.issues} onPoint={setAt} />
        </Flex>
      )}
    </Panel>
  );
}
