import { Box, Flex, Typography } from '@strapi/design-system';

import { OUTCOMES, type Outcome } from '../../../../../core/outcome';
import { useFormat } from '../../../text/use-format';
import { useText } from '../../../text/use-text';

/** One colour for each outcome, wherever it is shown. */
export const OUTCOME_COLOURS = {
  created: 'success500',
  updated: 'primary500',
  unchanged: 'neutral400',
  kept: 'secondary500',
  duplicate: 'alternative500',
  quarantined: 'warning500',
  rejected: 'danger500',
} as const satisfies Readonly<Record<Outcome, string>>;

export interface OutcomeBarProps {
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** With the number of each outcome below. */
  readonly withLegend?: boolean;
}

/** How many records came to what, as one bar. */
export function OutcomeBar({ outcomes, withLegend = false }: OutcomeBarProps) {
  const text = useText();
  const { number } = useFormat();
  const present = OUTCOMES.filter((outcome) => outcomes[outcome] > 0);
  const said = present
    .map((outcome) => `${text(`outcome.${outcome}`)}: ${number(outcomes[outcome])}`)
    .join(', ');
  return (
    <Flex direction="column" alignItems="stretch" gap={3} minWidth="9rem">
      <Flex
        role="img"
        aria-label={said === '' ? text('outcome.none') : said}
        title={said}
        height="8px"
        hasRadius
        overflow="hidden"
        background="neutral150"
        gap="1px"
      >
        {present.map((outcome) => (
          <Box
            key={outcome}
            background={OUTCOME_COLOURS[outcome]}
            height="100%"
            minWidth="3px"
            style={{ flexGrow: outcomes[outcome], flexBasis: 0 }}
          />
        ))}
      </Flex>
      {withLegend && (
        <Flex gap={4} wrap="wrap">
          {present.map((outcome) => (
            <Flex key={outcome} gap={2}>
              <Box background={OUTCOME_COLOURS[outcome]} width="8px" height="8px" borderRadius="50%" />
              <Typography variant="omega" textColor="neutral800">
                {text(`outcome.${outcome}`)}
              </Typography>
              <Typography variant="omega" fontWeight="bold">
                {number(outcomes[outcome])}
              </Typography>
            </Flex>
          ))}
        </Flex>
      )}
    </Flex>
  );
}
