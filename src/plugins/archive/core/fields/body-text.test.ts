import { linesOf } from '../text/lines';
import { blocksOf } from './block';
import { bodyOf } from './body-text';

const body = (text: string) => bodyOf(blocksOf(linesOf(text)), 'body:test', 0.9);

describe('bodyOf', () => {
  it('parts paragraphs by one blank line, however many the record has', () => {
    expect(body('\nOne.\n\n\n\nTwo.\n\n')?.value).toBe('One.\n\nTwo.');
  });

  it('keeps short lines together', () => {
    expect(body('Results:\nRasmira 0, Qarnay 0\n\nEnd.')?.value).toBe(
      'Results:\nRasmira 0, Qarnay 0\n\nEnd.',
    );
  });

  it('parts long sentences that stand on lines of their own', () => {
    const line = `The harbour board said ${'very '.repeat(15)}much.`;
    expect(body(`${line}\n${line}`)?.value).toBe(`${line}\n\n${line}`);
  });

  it('spans from the first to the last paragraph; nothing is no body', () => {
    expect(body('  One.\n\nTwo. ')?.evidence).toEqual({
      start: 2,
      end: 12,
      rule: 'body:test',
      confidence: 0.9,
    });
    expect(body(' \n ')).toBeNull();
  });
});
