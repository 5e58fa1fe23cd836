import { linesOf } from '../text/lines';
import { blocksOf } from './block';
import { leadOf } from './lead';
import { proseWeights } from './prose-weights';

const LEAD = 'After nine years without a boat, the harbour board has bought one. It sails on Monday.';

function leadIn(lines: readonly string[], taken: readonly number[] = []) {
  const blocks = blocksOf(linesOf(lines.join('\n\n')));
  return leadOf(blocks, proseWeights(blocks), 1, blocks.length - 1, new Set(taken)).map(({ text }) => text);
}

test('keeps the lead that buttons part from the body', () => {
  const page = ['Ferry Returns', LEAD, 'Share', 'Photo gallery', 'The first passengers waited at seven.'];
  expect(leadIn(page)).toEqual([LEAD]);
  expect(leadIn(page, [1])).toEqual([]);
});

test('keeps a standfirst without a full stop just above the body', () => {
  const standfirst = 'Harbour board buys a boat after nine years without any ferry';
  expect(leadIn(['Ferry Returns', standfirst, 'The first passengers waited at seven.'])).toEqual([
    standfirst,
  ]);
});

test('takes nothing from below the heading of other stories', () => {
  expect(leadIn(['Ferry Returns', 'Related stories', LEAD, 'The first passengers waited.'])).toEqual([]);
});

test('takes no menu for a standfirst', () => {
  const menu = 'Home | News | Sport | Classifieds | Contact us';
  expect(leadIn(['Ferry Returns', menu, 'The first passengers waited at seven.'])).toEqual([]);
});
