import { Box, Flex, Link as StyledLink, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';

import type { NamedFigures } from '../../../../shared/statistics-api';
import { RawText } from '../../text/RawText';
import { useFormat } from '../../text/use-format';
import { useText } from '../../text/use-text';
import { articleList } from './article-list';

/** The largest of them; a list of all is in the content manager. */
const MOST_ROWS = 8;

interface NamedCountsProps {
  readonly contentType: string;
  /** The relation that the articles are counted by. */
  readonly attribute: string;
  readonly figures: readonly NamedFigures[];
}

/** Records with the number of their articles, most first, each with a bar and a link to them. */
export function NamedCounts({ contentType, attribute, figures }: NamedCountsProps) {
  const text = useText();
  const { number } = useFormat();
  const most = Math.max(1, ...figures.map(({ articles }) => articles));
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
      {figures.slice(0, MOST_ROWS).map(({ documentId, name, articles }) => (
        <Box tag="li" key={documentId ?? ''}>
          <Flex justifyContent="space-between" gap={4}>
            {documentId === null ? (
              <Typography textColor="neutral600">{text('overview.without')}</Typography>
            ) : (
              <StyledLink
                tag={Link}
                to={articleList(contentType, [[`${attribute}.documentId`, '$eq', documentId]])}
              >
                <RawText fontWeight="semiBold">{name ?? documentId}</RawText>
              </StyledLink>
            )}
            <Typography>{number(articles)}</Typography>
          </Flex>
          <Box background="neutral150" hasRadius height="4px" marginTop={1}>
            <Box
              background={documentId === null ? 'neutral400' : 'primary500'}
              hasRadius
              height="4px"
              width={`${(articles / most) * 100}%`}
            />
          </Box>
        </Box>
      ))}
    </Flex>
  );
}
