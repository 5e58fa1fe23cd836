import type { SourceRecord } from '../../source-record';
import { beginsLikeJson, jsonRecords } from '../json/json-reader';
import type { JsonNode } from '../json/json-tree';
import { isJsonLines, jsonLines } from '../jsonl/jsonl-reader';
import type { Confidence, Reader, ReaderOptions } from '../reader';
import { headAsText, isOpen, openTextFile } from '../slices/open-text-file';
import { property } from './item-properties';
import { stateNinjs } from './state-ninjs';

/** Names that hardly any other JSON has. */
const SIGNS =
  /"(uri|versioncreated|firstcreated|pubstatus|representationtype|usageterms|copyrightholder|body_x?html|body_text|headline_\w+|infosources?|associations|altids|bodies|headlines|descriptions|renditions|slugline|urgency|ednote)"\s*:/gi;
const STANDARD = /"(?:name"\s*:\s*"ninjs"|\$?schema"\s*:\s*"[^"]{0,200}ninjs)/i;
const FEWEST_SIGNS = 3;

/** Reads ninjs, IPTC's news in JSON, versions 1 to 3: one item, a list of items, or one item a line. */
export const ninjsReader: Reader = {
  name: 'ninjs',

  recognises(head: Uint8Array, _path: string, options?: ReaderOptions): Confidence {
    const text = beginsLikeJson(head) ? headAsText(head, options?.encoding) : null;
    if (text === null) return 0;
    if (STANDARD.test(text)) return 0.95;
    const signs = new Set([...text.matchAll(SIGNS)].map(([, name = '']) => name.toLowerCase()));
    return signs.has('uri') && signs.size >= FEWEST_SIGNS ? 0.95 : 0;
  },

  async *records(chunks: AsyncIterable<Uint8Array>, options: ReaderOptions): AsyncIterable<SourceRecord> {
    const file = await openTextFile(chunks, options, ninjsReader.name);
    if (!isOpen(file)) yield file;
    else if (isJsonLines(file.headText)) {
      for await (const line of jsonLines(file, options, ninjsReader.name)) yield stateNinjs(line);
    } else yield* jsonRecords(file, options, ninjsReader.name, stateNinjs, itemLikeness);
  },
};

/** Lists inside an item (its headlines, its pictures) are no items. */
function itemLikeness(_text: string, node: JsonNode): number {
  if (property(node, 'uri') !== null) return 1;
  return property(node, 'headlines', 'bodies', 'headline', 'body_html', 'body_text') === null ? 0 : 0.5;
}
