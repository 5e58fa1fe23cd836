import { found } from '../evidence';
import type { Block } from './block';
import { markerAt, type Marked, type MarkerContext } from './markers';
import type { Run } from './prose-run';

/** Labels that many sites and picture desks print. */
const COMMON_MARKERS: MarkerContext['markers'] = [
  { label: 'Media ID:', field: 'media.legacyId', valueOnNextLine: false },
  { label: 'Caption:', field: 'media.caption', valueOnNextLine: true },
  ...[
    'Photo:',
    'Photo credit:',
    'Photo by:',
    'Image credit:',
    'Credit:',
    'Foto:',
    'Fotos:',
    'Bild:',
    'Photo :',
    'تصوير:',
  ].map((label) => ({ label, field: 'media.credit' as const, valueOnNextLine: false })),
  { label: 'تعليق الصورة:', field: 'media.caption', valueOnNextLine: true },
];
/** Another site may mean something else by a label. */
const FACTOR = 0.6;
const LONGEST_HEADER = 20;

export interface CommonMarked {
  readonly marked: readonly Marked[];
  readonly taken: ReadonlySet<number>;
}

/** Picture lines between the headline (`anchor`: the block after it) and the end of the body. */
export function commonMarkersIn(
  recordText: string,
  blocks: readonly Block[],
  body: Run | null,
  anchor: number,
): CommonMarked {
  const marked: Marked[] = [];
  const taken = new Set<number>();
  const context = { recordText, blocks, markers: COMMON_MARKERS, inBody: true, isOther: () => false };
  const from =
    body === null ? anchor : Math.max(0, Math.min(anchor, body.first), body.first - LONGEST_HEADER);
  for (let index = from; index <= (body?.last ?? -1); index += 1) {
    const one = markerAt(context, index);
    if (one === null) continue;
    marked.push(lessSure(one));
    for (let step = 0; step < one.taken; step += 1) taken.add(index + step);
    index += one.taken - 1;
  }
  return { marked, taken };
}

function lessSure(one: Marked): Marked {
  if (one.value === null) return one;
  const { value, evidence } = one.value;
  return {
    ...one,
    value: found(value, evidence, evidence.rule, Math.round(evidence.confidence * FACTOR * 100) / 100),
  };
}
