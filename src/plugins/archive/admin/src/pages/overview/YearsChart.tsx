import { Box, Flex, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';

import type { YearFigures } from '../../../../shared/statistics-api';
import { useFormat } from '../../text/use-format';
import { useText } from '../../text/use-text';
import { articleList, withinYear } from './article-list';

const HEIGHT = '12rem';
/** Years without articles are shown, too, up to so many columns; beyond, only those that have some. */
const MOST_COLUMNS = 150;

const Column = styled(Link)`
  flex: 1 1 0;
  min-width: 2px;
  max-width: 4rem;
  height: 100%;
  display: flex;
  align-items: flex-end;
  &:hover > span,
  &:focus-visible > span {
    background: ${({ theme }) => theme.colors.primary700};
  }
`;

const Bar = styled.span<{ readonly $share: number }>`
  width: 100%;
  height: ${({ $share }) => `max(2px, ${$share * 100}%)`};
  background: ${({ theme }) => theme.colors.primary500};
  border-radius: 2px 2px 0 0;
`;

interface YearsChartProps {
  readonly contentType: string;
  readonly years: readonly YearFigures[];
}

/** A bar for each year, as high as it has articles; each opens the list of its articles. */
export function YearsChart({ contentType, years }: YearsChartProps) {
  const text = useText();
  const { number } = useFormat();
  const dated = years.flatMap(({ year, articles }) => (year === null ? [] : [{ year, articles }]));
  const without = years.find(({ year }) => year === null)?.articles ?? 0;
  const most = Math.max(1, ...dated.map(({ articles }) => articles));
  const columns = withEmptyYears(dated);
  const [first, last] = [columns.at(0), columns.at(-1)];
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography variant="pi" textColor="neutral600">
        {text('overview.years.what')}
      </Typography>
      {/* Time runs from left to right in charts of either direction of writing. */}
      <Box dir="ltr">
        <Flex tag="ul" height={HEIGHT} alignItems="stretch" gap="1px">
          {columns.map(({ year, articles }) => (
            <Flex key={year} tag="li" grow={1} height="100%" justifyContent="center">
              {articles > 0 && (
                <Column
                  to={articleList(contentType, withinYear(year))}
                  aria-label={text('overview.years.bar', { year, count: number(articles) })}
                  title={text('overview.years.bar', { year, count: number(articles) })}
                >
                  <Bar $share={articles / most} />
                </Column>
              )}
            </Flex>
          ))}
        </Flex>
        <Flex justifyContent="space-between" paddingTop={1}>
          <Typography variant="pi">{first?.year}</Typography>
          <Typography variant="pi">{last?.year}</Typography>
        </Flex>
      </Box>
      {without > 0 && (
        <Typography variant="pi" textColor="neutral600">
          {text('overview.years.without', { count: without })}
        </Typography>
      )}
    </Flex>
  );
}

interface Year {
  readonly year: number;
  readonly articles: number;
}

function withEmptyYears(years: readonly Year[]): readonly Year[] {
  const [first, last] = [years.at(0), years.at(-1)];
  if (!first || !last || last.year - first.year >= MOST_COLUMNS) return years;
  const known = new Map(years.map(({ year, articles }) => [year, articles]));
  return Array.from({ length: last.year - first.year + 1 }, (_, at) => {
    const year = first.year + at;
    return { year, articles: known.get(year) ?? 0 };
  });
}
