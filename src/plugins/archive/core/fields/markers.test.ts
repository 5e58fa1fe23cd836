import { linesOf } from '../text/lines';
import { blocksOf } from './block';
import { markerAt, type MarkerContext } from './markers';

const MARKERS: MarkerContext['markers'] = [
  { label: 'Media ID:', field: 'media.legacyId', valueOnNextLine: false },
  { label: 'Caption:', field: 'media.caption', valueOnNextLine: true },
  { label: 'By ', field: 'byline', valueOnNextLine: false },
];

function read(text: string, inBody = false) {
  const blocks = blocksOf(linesOf(text));
  const isOther: MarkerContext['isOther'] = (block) => block.text === 'Home';
  return markerAt({ recordText: text, blocks, markers: MARKERS, inBody, isOther }, 0);
}

describe('markerAt', () => {
  it('reads the value after the label, with its place', () => {
    const marked = read('Media ID:  4711');
    expect(marked).toMatchObject({ field: 'media.legacyId', taken: 1, issues: [] });
    expect(marked?.value).toEqual({
      value: '4711',
      evidence: { start: 11, end: 15, rule: 'marker:Media ID:', confidence: 1 },
    });
  });

  it('reads the next line without doubt where nothing parts it from the label', () => {
    const marked = read('Caption:\nThe old quay');
    expect(marked).toMatchObject({
      taken: 2,
      issues: [],
      value: { value: 'The old quay', evidence: { confidence: 1 } },
    });
  });

  it('doubts a caption after a blank line, and says so', () => {
    const marked = read('Caption:\n\nThe old quay\n\nText.');
    expect(marked?.value?.evidence).toMatchObject({ start: 10, end: 22, confidence: 0.5 });
    expect(marked?.issues).toEqual([
      { code: 'caption-after-blank', start: 10, end: 22, found: 'The old quay' },
    ]);
  });

  it.each([
    ['another label', 'Caption:\nMedia ID: 4711'],
    ['site chrome', 'Caption:\nHome'],
    ['a long sentence after a blank line', `Caption:\n\n${'The harbour board said on Monday. '.repeat(5)}`],
    ['nothing', 'Caption:'],
  ])('takes no caption from %s', (_, text) => {
    expect(read(text)).toEqual({ field: 'media.caption', value: null, taken: 1, issues: [] });
  });

  it('takes `By` for a label above the body only, and never before a sentence', () => {
    expect(read('By Rosa Dunmere')?.value?.value).toBe('Rosa Dunmere');
    expect(read('By Rosa Dunmere', true)).toBeNull();
    expect(read('By the time the plough arrived, they had gone.')).toBeNull();
    expect(read('Byron')).toBeNull();
    expect(read('Media ID: 4711', true)?.value?.value).toBe('4711');
  });
});
