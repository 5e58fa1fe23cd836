import type { ReactNode } from 'react';
import { Badge, Box, Flex, Link, Typography } from '@strapi/design-system';

import { useRequest } from '../fetch/use-request';
import { useDateText } from '../dates/use-date-text';
import { RawText } from '../text/RawText';
import { useText, type TextKey } from '../text/use-text';
import type { ArchiveDocument } from './archive-document';

interface Relations {
  readonly results: readonly { readonly documentId: string; readonly name?: string }[];
}

interface FactsProps {
  readonly article: ArchiveDocument;
  readonly documentId: string;
  readonly model: string;
}

/** Era, date with its basis, old addresses and numbers of an article. */
export function ArchiveFacts({ article, documentId, model }: FactsProps) {
  const text = useText();
  const inWords = useDateText();
  const era = useRequest<Relations>(`/content-manager/relations/${model}/${documentId}/era`, {
    params: { locale: article.locale ?? undefined },
  });
  const eraName = era.answer?.results[0]?.name;
  const { dateEdtf, dateBasis, dateText, legacyUrl } = article;
  return (
    <Box tag="dl" width="100%">
      <Fact label="record.era">{eraName ? <RawText variant="omega">{eraName}</RawText> : null}</Fact>
      <Fact label="record.date">
        {dateEdtf ? (
          <Flex direction="column" alignItems="start" gap={1}>
            <Typography variant="omega" fontWeight="semiBold" dir="ltr">
              {dateEdtf}
            </Typography>
            <Typography variant="pi" textColor="neutral600">
              {inWords(dateEdtf) ?? ''}
            </Typography>
          </Flex>
        ) : null}
      </Fact>
      <Fact label="record.basis">
        {dateBasis ? <Badge>{text(`date.basis.${dateBasis}` as TextKey)}</Badge> : null}
      </Fact>
      <Fact label="record.date-text">{dateText ? <RawText variant="omega">{dateText}</RawText> : null}</Fact>
      <Fact label="record.legacy-id">
        {article.legacyId ? <RawText variant="omega">{article.legacyId}</RawText> : null}
      </Fact>
      <Fact label="record.legacy-url">{legacyUrl ? <LegacyLink address={legacyUrl} /> : null}</Fact>
      <Fact label="record.dump-path">
        {article.dumpPath ? <RawText variant="omega">{article.dumpPath}</RawText> : null}
      </Fact>
      <Fact label="record.rights">
        {article.rights ? <RawText variant="omega">{article.rights}</RawText> : null}
      </Fact>
    </Box>
  );
}

function Fact({ label, children }: { readonly label: TextKey; readonly children: ReactNode }) {
  const text = useText();
  if (children === null) return null;
  return (
    <Box paddingBottom={3}>
      <Typography tag="dt" variant="pi" fontWeight="bold" textColor="neutral600">
        {text(label)}
      </Typography>
      <Box tag="dd" margin={0}>
        {children}
      </Box>
    </Box>
  );
}

/** An address from a dump is shown as it is, and is a link only where a browser may follow it. */
function LegacyLink({ address }: { readonly address: string }) {
  if (!/^https?:\/\//i.test(address)) return <RawText variant="omega">{address}</RawText>;
  return (
    <Link href={address} isExternal>
      <RawText variant="omega">{address}</RawText>
    </Link>
  );
}
