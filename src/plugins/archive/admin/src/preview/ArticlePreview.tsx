import { Box, Flex, Status, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { Span } from '../../../core/span';
import type { ParseLine } from '../../../shared/parse-line';
import { RawText } from '../text/RawText';
import { useFormat } from '../text/use-format';
import { useText } from '../text/use-text';
import { previewFields, type PreviewField } from './preview-fields';

const FieldButton = styled(Box)`
  cursor: default;
  text-align: start;
  border: 0;

  &:hover,
  &:focus-visible {
    background: ${({ theme }) => theme.colors.primary100};
  }
`;

const Scroll = styled(Flex)`
  overflow: auto;
  max-height: 64vh;
`;

export interface ArticlePreviewProps {
  readonly line: ParseLine;
  /** The place in the record that a field was taken from, while it is pointed at. */
  readonly onPoint: (at: Span | null) => void;
}

const LOOKS = { article: 'success', quarantined: 'warning', rejected: 'danger' } as const;

/** The article that comes of a record; pointing at a field shows where it was taken from. */
export function ArticlePreview({ line, onPoint }: ArticlePreviewProps) {
  const text = useText();
  return (
    <Scroll
      direction="column"
      alignItems="stretch"
      gap={1}
      tabIndex={0}
      role="region"
      aria-label={text('preview.article')}
    >
      <Flex gap={2} paddingBottom={2} wrap="wrap">
        <Status variant={LOOKS[line.outcome]} size="S">
          <Typography variant="pi" fontWeight="bold">
            {text(`preview.outcome.${line.outcome}`)}
          </Typography>
        </Status>
        <Typography variant="pi" textColor="neutral600">
          {[line.format, line.encoding, line.profile?.name ?? text('preview.no-profile')].join(' · ')}
        </Typography>
      </Flex>
      {previewFields(line).map((field) => (
        <FieldOfArticle key={field.key} field={field} onPoint={onPoint} />
      ))}
    </Scroll>
  );
}

function FieldOfArticle({
  field: { name, value, evidence },
  onPoint,
}: { readonly field: PreviewField } & Pick<ArticlePreviewProps, 'onPoint'>) {
  const text = useText();
  const { percent } = useFormat();
  const point = () => {
    onPoint(evidence);
  };
  const leave = () => {
    onPoint(null);
  };
  return (
    <FieldButton
      padding={2}
      hasRadius
      tabIndex={0}
      role="group"
      aria-label={text(`field.${name}`)}
      onMouseEnter={point}
      onMouseLeave={leave}
      onFocus={point}
      onBlur={leave}
    >
      <Flex justifyContent="space-between" gap={2}>
        <Typography variant="sigma" textColor="neutral600">
          {text(`field.${name}`)}
        </Typography>
        {evidence !== null && (
          <Typography variant="pi" textColor="neutral600">
            {`${evidence.rule} · ${percent(evidence.confidence)}`}
          </Typography>
        )}
      </Flex>
      <RawText variant={name === 'title' ? 'delta' : 'omega'}>{value}</RawText>
    </FieldButton>
  );
}
