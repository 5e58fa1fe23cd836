import { withoutLinkNumbers } from './link-numbers';

const shown = (text: string) => withoutLinkNumbers(text).text.replaceAll('\uFEFF', '');

describe('withoutLinkNumbers', () => {
  const list = '\n\nReferences\n\n   1. http://quay.example/\n   2. http://quay.example/board\n';

  it('takes numbers and list away and keeps every position', () => {
    const text = `The [2]harbour board [1](again) met.${list}`;
    const page = withoutLinkNumbers(text);
    expect(shown(text).trim()).toBe('The harbour board (again) met.');
    expect(page.numbered).toBe(true);
    expect(page.text).toHaveLength(text.length);
    expect(page.text.indexOf('harbour')).toBe(text.indexOf('harbour'));
  });

  it('leaves numbers that are no links', () => {
    expect(shown(`Footnote [7]seven, clause [2].${list}`).trim()).toBe('Footnote [7]seven, clause [2].');
  });

  it.each(['The [2]harbour board.', 'The [2]harbour.\nReferences\n\nJane Roe, a friend.\n', 'References'])(
    'leaves a page without a list of links alone: %j',
    (text) => {
      expect(withoutLinkNumbers(text)).toEqual({ text, numbered: false });
    },
  );

  it('takes a million brackets', () => {
    expect(withoutLinkNumbers('[1]'.repeat(300_000) + list).numbered).toBe(true);
  });
});
