import { useEffect, useRef } from 'react';
import { Box } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { Span } from '../../../core/span';
import { RawText } from '../text/RawText';

const Ground = styled(Box)`
  overflow: auto;
  max-height: 64vh;
  font-family: monospace;

  mark {
    background: ${({ theme }) => theme.colors.warning200};
    color: ${({ theme }) => theme.colors.neutral1000};
    border-radius: 2px;
  }
`;

export interface MarkedTextProps {
  readonly text: string;
  /** The place that is marked and scrolled to; null for none. */
  readonly at: Span | null;
  readonly label: string;
}

/** The text of a record as it stands in the dump, with one place marked. */
export function MarkedText({ text, at, label }: MarkedTextProps) {
  const mark = useRef<HTMLElement>(null);
  const isPlace = at !== null && at.end > at.start;
  useEffect(() => {
    if (isPlace) mark.current?.scrollIntoView({ block: 'nearest' });
  }, [isPlace, at?.start, at?.end]);
  const [start, end] = isPlace ? [at.start, at.end] : [text.length, text.length];
  return (
    <Ground
      tabIndex={0}
      role="region"
      aria-label={label}
      background="neutral100"
      hasRadius
      padding={4}
      dir="auto"
    >
      <RawText variant="pi">{text.slice(0, start)}</RawText>
      {isPlace && (
        <mark ref={mark}>
          <RawText variant="pi">{text.slice(start, end)}</RawText>
        </mark>
      )}
      <RawText variant="pi">{text.slice(end)}</RawText>
    </Ground>
  );
}
