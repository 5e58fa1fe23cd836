import { Flex, Grid, Typography } from '@strapi/design-system';

import type { Inspection, Share } from '../../../../../shared/inspection-api';
import { Facts } from '../../../frame/Facts';
import { Panel } from '../../../frame/Panel';
import { RawText } from '../../../text/RawText';
import { useFormat } from '../../../text/use-format';
import { useText, type TextKey } from '../../../text/use-text';

const KINDS = ['formats', 'encodings', 'profiles', 'eras', 'languages'] as const;

/** What a dump is, as far as a sample of it tells, and how sure that is. */
export function Recognised({ inspection }: { readonly inspection: Inspection }) {
  const text = useText();
  const format = useFormat();
  const { files, records, sampled, outcomes } = inspection;
  const about = records?.estimated === true ? 'recognised.about' : 'recognised.exactly';
  const facts = [
    { name: text('recognised.files'), value: `${format.number(files.count)}${files.more ? '+' : ''}` },
    { name: text('recognised.size'), value: format.bytes(files.bytes) },
    {
      name: text('recognised.records'),
      value: records === null ? '–' : text(about, { count: format.number(records.count) }),
    },
    {
      name: text('recognised.articles'),
      value: text('recognised.of-sample', {
        count: format.number(outcomes.article),
        total: format.number(sampled),
      }),
    },
  ];
  return (
    <Panel title={text('recognised.title')}>
      <Flex direction="column" alignItems="stretch" gap={5}>
        <Facts facts={facts} />
        <Grid.Root gap={4}>
          {KINDS.map((kind) => (
            <Grid.Item
              key={kind}
              col={kind === 'eras' ? 4 : 2}
              s={6}
              direction="column"
              alignItems="start"
              gap={2}
            >
              <Shares title={`recognised.${kind}`} shares={inspection[kind]} />
            </Grid.Item>
          ))}
        </Grid.Root>
        {inspection.notices.map(({ path, message }) => (
          <Typography key={path} textColor="warning700">{`${path}: ${message}`}</Typography>
        ))}
      </Flex>
    </Panel>
  );
}

const MOST_SHARES = 5;

function Shares({ title, shares }: { readonly title: TextKey; readonly shares: readonly Share[] }) {
  const text = useText();
  const { number, percent } = useFormat();
  return (
    <>
      <Typography variant="sigma" textColor="neutral600">
        {text(title)}
      </Typography>
      {shares.slice(0, MOST_SHARES).map(({ name, records, confidence }) => (
        <Flex key={name ?? ''} direction="column" alignItems="start">
          <RawText fontWeight="semiBold">{name ?? text('recognised.unknown')}</RawText>
          <Typography variant="pi" textColor="neutral600">
            {confidence === null
              ? text('recognised.share', { count: number(records) })
              : text('recognised.share-sure', { count: number(records), sure: percent(confidence) })}
          </Typography>
        </Flex>
      ))}
    </>
  );
}
