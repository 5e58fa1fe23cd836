import { parseFile } from '../import/input/parse-file';
import { watchInto } from '../import/input/worker-cells';
import type { WorkOrder, WorkerStart } from '../import/input/worker-messages';
import type { Deliverer } from './deliver';

/** Parses the files of an order one after the other and delivers what comes of them. */
export async function parseOrder(
  { tasks }: WorkOrder,
  { settings, cells }: WorkerStart,
  delivery: Deliverer,
): Promise<void> {
  for (const [index, task] of tasks.entries()) {
    const watch = watchInto(cells, index);
    for await (const item of parseFile(task, settings, watch)) {
      watch.rest();
      if (item.kind === 'record') {
        const { record, draft, preparation } = item;
        delivery.add({ kind: 'record', record, draft, preparation }, record.characters);
      } else {
        const { bytes, sha256, modifiedAt, records, changed } = item;
        delivery.add({ kind: 'file-end', bytes, sha256, modifiedAt, records, changed }, 0);
      }
    }
    watch.rest();
  }
  delivery.flush();
}
