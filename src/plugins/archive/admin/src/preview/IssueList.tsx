import { Box, Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';

import { ISSUES, type Issue } from '../../../core/issue';
import type { Span } from '../../../core/span';
import { RawText } from '../text/RawText';
import { useText } from '../text/use-text';

export interface IssueListProps {
  readonly issues: readonly Issue[];
  readonly onPoint: (at: Span | null) => void;
}

/** What was noticed about a record, and what to do; pointing at one shows its place. */
export function IssueList({ issues, onPoint }: IssueListProps) {
  const text = useText();
  if (issues.length === 0) {
    return <Typography textColor="neutral600">{text('preview.no-issues')}</Typography>;
  }
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
      {issues.map((issue, index) => (
        <Flex
          key={`${issue.code} ${index}`}
          tag="li"
          gap={2}
          alignItems="start"
          onMouseEnter={() => onPoint(issue)}
          onMouseLeave={() => onPoint(null)}
        >
          <WarningCircle fill="warning600" aria-hidden />
          <Box flex="1">
            <Typography fontWeight="semiBold">{issue.code}</Typography>
            <Typography tag="p">{ISSUES[issue.code]}</Typography>
            {issue.found !== '' && (
              <RawText variant="pi" textColor="neutral600">
                {issue.found}
              </RawText>
            )}
          </Box>
        </Flex>
      ))}
    </Flex>
  );
}
