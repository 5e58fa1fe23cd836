import type { OpenedRecord, QuarantinedRecord } from '../../../../shared/review-api';
import { useRequest } from '../../fetch/use-request';
import { Answered } from '../../frame/Answered';
import { useText, type TextKey } from '../../text/use-text';
import { QueueView } from './QueueView';
import { RecordEditor } from './RecordEditor';
import type { QueueProps } from './ReviewPage';
import { useQueue } from './use-queue';

/** Records that an import left to a person. */
export function RecordsQueue({ onDecided }: QueueProps) {
  const text = useText();
  const queue = useQueue<QuarantinedRecord>('/archive/review/records');
  return (
    <QueueView
      queue={queue}
      name={text('review.queue.records')}
      empty={text('review.records.none')}
      onDecided={onDecided}
      label={({ title, file, reason }) => ({
        title: title ?? file.split('/').at(-1) ?? file,
        note: text(
          `review.reason.${reason === 'title-missing' || reason === 'body-empty' ? reason : 'other'}` as TextKey,
          {
            code: reason ?? '',
          },
        ),
      })}
    >
      {(record, decided) => <Opened record={record} decided={decided} />}
    </QueueView>
  );
}

interface OpenedProps {
  readonly record: QuarantinedRecord;
  readonly decided: Parameters<typeof RecordEditor>[0]['decided'];
}

function Opened({ record, decided }: OpenedProps) {
  const opened = useRequest<{ readonly data: OpenedRecord }>(`/archive/review/records/${record.id}`);
  return (
    <Answered request={opened}>{({ data }) => <RecordEditor opened={data} decided={decided} />}</Answered>
  );
}
