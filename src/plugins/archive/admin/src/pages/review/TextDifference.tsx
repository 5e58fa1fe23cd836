import { useMemo } from 'react';
import { Box, Typography } from '@strapi/design-system';
import { diffWordsWithSpace, type ChangeObject } from 'diff';
import { styled } from 'styled-components';

import { useText } from '../../text/use-text';

const Sides = styled.div`
  display: grid;
  grid-template-columns: repeat(2, minmax(0, 1fr));
  gap: ${({ theme }) => theme.spaces[6]};
`;

const Words = styled(Typography)`
  white-space: pre-wrap;
  overflow-wrap: anywhere;
  & del {
    background: ${({ theme }) => theme.colors.danger100};
    color: ${({ theme }) => theme.colors.danger700};
  }
  & ins {
    background: ${({ theme }) => theme.colors.success100};
    color: ${({ theme }) => theme.colors.success700};
    text-decoration: none;
    font-weight: 600;
  }
`;

export interface ComparedText {
  readonly title: string | null;
  readonly date: string | null;
  readonly text: string;
}

/** Beyond this, comparing word by word would hold the page up; both texts are then shown as they are. */
const LONGEST_WAIT = 1500;

/** Two texts beside each other: what only the first has is struck out, what only the second has is marked. */
export function TextDifference({
  original,
  variant,
}: Readonly<Record<'original' | 'variant', ComparedText>>) {
  const text = useText();
  const parts = useMemo(
    () =>
      diffWordsWithSpace(original.text, variant.text, { timeout: LONGEST_WAIT }) ?? [
        { value: original.text, removed: true, added: false, count: 1 },
        { value: variant.text, removed: false, added: true, count: 1 },
      ],
    [original.text, variant.text],
  );
  return (
    <Sides>
      <Side
        heading={text('review.variants.original')}
        compared={original}
        parts={parts.filter(({ added }) => !added)}
      />
      <Side
        heading={text('review.variants.variant')}
        compared={variant}
        parts={parts.filter(({ removed }) => !removed)}
      />
    </Sides>
  );
}

interface SideProps {
  readonly heading: string;
  readonly compared: ComparedText;
  readonly parts: readonly ChangeObject<string>[];
}

function Side({ heading, compared, parts }: SideProps) {
  return (
    <Box>
      <Typography variant="sigma" textColor="neutral600">
        {heading}
      </Typography>
      <Typography tag="h3" variant="delta" dir="auto">
        {compared.title ?? ''}
      </Typography>
      <Typography variant="pi" textColor="neutral600" dir="ltr">
        {compared.date ?? ''}
      </Typography>
      <Box
        background="neutral100"
        hasRadius
        padding={4}
        marginTop={3}
        maxHeight="40rem"
        overflow="auto"
        tabIndex={0}
        role="region"
        aria-label={heading}
      >
        <Words tag="p" variant="omega" dir="auto">
          {parts.map(({ value, added, removed }, index) => {
            if (removed) return <del key={index}>{value}</del>;
            return added ? <ins key={index}>{value}</ins> : <span key={index}>{value}</span>;
          })}
        </Words>
      </Box>
    </Box>
  );
}
