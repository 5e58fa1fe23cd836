import { Grid, Typography } from '@strapi/design-system';
import { Box } from '@strapi/design-system';

export interface Fact {
  readonly name: string;
  readonly value: string;
}

/** Names and values in columns. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <Grid.Root gap={4} tag="dl">
      {facts.map(({ name, value }) => (
        <Grid.Item key={name} col={3} s={6} direction="column" alignItems="start">
          <Typography variant="sigma" textColor="neutral600" tag="dt">
            {name}
          </Typography>
          <Box tag="dd" paddingTop={1}>
            <Typography fontWeight="semiBold" dir="auto">
              {value}
            </Typography>
          </Box>
        </Grid.Item>
      ))}
    </Grid.Root>
  );
}
