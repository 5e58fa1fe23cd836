import { useState } from 'react';
import { Badge, Button, Flex, Typography } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';

import type { UndatedArticle } from '../../../../shared/review-api';
import { EdtfField } from '../../dates/EdtfField';
import { useDateText } from '../../dates/use-date-text';
import { useAction } from '../../fetch/use-action';
import { RawText } from '../../text/RawText';
import { useText, type TextKey } from '../../text/use-text';
import { QueueView, type Decision } from './QueueView';
import type { QueueProps } from './ReviewPage';
import { useQueue } from './use-queue';

/** Articles of which at most the era tells when they appeared. */
export function UndatedQueue({ onDecided }: QueueProps) {
  const text = useText();
  return (
    <QueueView
      queue={useQueue<UndatedArticle>('/archive/review/undated')}
      name={text('review.queue.undated')}
      empty={text('review.undated.none')}
      onDecided={onDecided}
      label={({ title, documentId, dateEdtf }) => ({ title: title ?? documentId, note: dateEdtf ?? '' })}
    >
      {(article, decided) => <DateDecision article={article} decided={decided} />}
    </QueueView>
  );
}

interface DateDecisionProps {
  readonly article: UndatedArticle;
  readonly decided: (decision: Decision) => void;
}

function DateDecision({ article, decided }: DateDecisionProps) {
  const text = useText();
  const inWords = useDateText();
  const { post } = useFetchClient();
  const { run, isBusy } = useAction();
  const [edtf, setEdtf] = useState('');
  const { documentId, locale, title, basis } = article;
  const path = `/archive/review/undated/${documentId}`;
  const meaning = edtf === '' ? null : inWords(edtf);
  const set = async () => {
    if ((await run(() => post(path, { locale, edtf: edtf.trim() }))) === null) return;
    decided({
      said: text('review.undated.dated', { title: title ?? '', date: meaning ?? edtf }),
      undo: { path, body: { locale, edtf: article.dateEdtf, ...(basis === null ? {} : { basis }) } },
    });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (meaning !== null) void set();
      }}
    >
      <Flex direction="column" alignItems="stretch" gap={5}>
        <Flex gap={2}>
          <Typography tag="h2" variant="beta" dir="auto">
            {title ?? documentId}
          </Typography>
          <Badge>{text(`date.basis.${basis ?? 'unknown'}` as TextKey)}</Badge>
        </Flex>
        <Typography>
          {text('review.undated.known', {
            date:
              article.dateEdtf === null
                ? text('date.unknown')
                : (inWords(article.dateEdtf) ?? article.dateEdtf),
          })}
        </Typography>
        {article.dateText !== null && <RawText>{article.dateText}</RawText>}
        <EdtfField name="edtf" label={text('date.label')} value={edtf} onChange={setEdtf} />
        <Flex>
          <Button type="submit" disabled={meaning === null} loading={isBusy}>
            {text('review.undated.set')}
          </Button>
        </Flex>
      </Flex>
    </form>
  );
}
