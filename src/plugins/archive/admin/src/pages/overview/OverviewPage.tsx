import { Flex, Grid } from '@strapi/design-system';

import type { StatisticsView } from '../../../../shared/statistics-api';
import { useRights } from '../../access/use-rights';
import { useRequest } from '../../fetch/use-request';
import { Answered } from '../../frame/Answered';
import { Facts } from '../../frame/Facts';
import { Nothing } from '../../frame/Nothing';
import { PageFrame } from '../../frame/PageFrame';
import { Panel } from '../../frame/Panel';
import { useFormat } from '../../text/use-format';
import { useText } from '../../text/use-text';
import { LatestJobs } from './LatestJobs';
import { NamedCounts } from './NamedCounts';
import { WaitingForReview } from './WaitingForReview';
import { YearsChart } from './YearsChart';

/** What is in the archive, how well it is dated, what was done last and what waits. */
export function OverviewPage() {
  const text = useText();
  const may = useRights();
  const { dateTime } = useFormat();
  const statistics = useRequest<{ readonly data: StatisticsView }>('/archive/statistics');
  const countedAt = statistics.answer?.data.countedAt;
  return (
    <PageFrame
      title={text('overview.title')}
      subtitle={countedAt && text('overview.subtitle', { time: dateTime(countedAt) })}
    >
      <Flex direction="column" alignItems="stretch" gap={6}>
        <Answered request={statistics}>
          {({ data }) =>
            data.total.articles === 0 ? <Nothing>{text('overview.none')}</Nothing> : <Counts view={data} />
          }
        </Answered>
        <Grid.Root gap={6}>
          {may('review') && (
            <Grid.Item col={6} s={12} alignItems="stretch">
              <WaitingForReview />
            </Grid.Item>
          )}
          {may('read') && (
            <Grid.Item col={6} s={12} alignItems="stretch">
              <LatestJobs />
            </Grid.Item>
          )}
        </Grid.Root>
      </Flex>
    </PageFrame>
  );
}

function Counts({ view }: { readonly view: StatisticsView }) {
  const text = useText();
  const { number, percent } = useFormat();
  const { total, contentType, sourceAttribute, eras, sources, years } = view;
  const share = (count: number) =>
    text('overview.of', { count: number(count), share: percent(count / total.articles) });
  const languages = total.languages.map(({ locale, articles }) => `${locale ?? '–'} ${number(articles)}`);
  return (
    <>
      <Panel title={text('overview.articles')}>
        <Facts
          facts={[
            { name: text('overview.articles'), value: number(total.articles) },
            { name: text('overview.published'), value: share(total.published) },
            { name: text('overview.undated'), value: share(total.undated) },
            { name: text('overview.languages'), value: languages.join(' · ') },
          ]}
        />
      </Panel>
      <Panel title={text('overview.years')}>
        <YearsChart contentType={contentType} years={years} />
      </Panel>
      <Grid.Root gap={6}>
        <Grid.Item col={6} s={12} alignItems="stretch">
          <Panel title={text('overview.eras')}>
            <NamedCounts contentType={contentType} attribute="era" figures={eras} />
          </Panel>
        </Grid.Item>
        <Grid.Item col={6} s={12} alignItems="stretch">
          <Panel title={text('overview.sources')}>
            <NamedCounts contentType={contentType} attribute={sourceAttribute ?? ''} figures={sources} />
          </Panel>
        </Grid.Item>
      </Grid.Root>
    </>
  );
}
