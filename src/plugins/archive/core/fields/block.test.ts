import { linesOf } from '../text/lines';
import { blocksOf } from './block';

const blocks = (text: string) => blocksOf(linesOf(text)).map((block) => block.text);

const WRAPPED = `The Quay
By Rosa Dunmere

The harbour board said on Monday that the ferry would not sail until the
spring, and that passengers holding tickets could have their money back,
or a bag of salt, whichever they thought would keep its value the longer.

Nobody chose the salt, although the board had put up a notice about the
price of it in three languages and a drawing, which was later taken away.
- First item of a list that follows
`;

describe('blocksOf', () => {
  it('joins the lines of hard-wrapped paragraphs, and no others', () => {
    const [title, byline, first, second, item] = blocks(WRAPPED);
    expect([title, byline]).toEqual(['The Quay', 'By Rosa Dunmere']);
    expect(first).toMatch(/^The harbour .* until the spring, .* back, or a bag .* longer\.$/);
    expect(second).toMatch(/^Nobody chose .* taken away\.$/);
    expect(item).toBe('- First item of a list that follows');
  });

  it('joins a line that goes on with a number, or that was broken early, and parts items', () => {
    const page = (end: string) => WRAPPED.replace(/- First item.*\n/, `\n${end}`);
    const number = 'The board has kept a list of everything that it sold for salt since the';
    expect(blocks(page(`${number}\n19. century, and reads it out.`)).at(-1)).toMatch(
      /since the 19\. century/,
    );
    const items = `1. ${number.slice(4)}\n2. century and more`;
    expect(blocks(page(items)).slice(-2)).toEqual(items.split('\n'));
    const early = 'The board keeps the salt in a place that it says is quite dry, and';
    expect(blocks(page(`${early}\na bag of it in the hall.`)).at(-1)).toMatch(/dry, and a bag/);
  });

  it('joins nothing where lines are whole paragraphs or short', () => {
    expect(blocks('Rasmira 0, Qarnay 0\nPort Sefina 3, Ain Bourak 1\nTel Marun 2')).toHaveLength(3);
    const long = 'The harbour board said on Monday that the ferry would not sail. '.repeat(4);
    expect(blocks(`${long}\n${long}\n${long}\n${long}`)).toHaveLength(4);
  });

  it('tells where each block stands and how many blank lines are above', () => {
    const text = ' A  b\n\n\nC';
    const [first, second] = blocksOf(linesOf(text));
    expect(first).toMatchObject({ text: 'A b', start: 1, end: 5, indent: 1, blankBefore: 1 });
    expect(second).toMatchObject({ text: 'C', start: 8, end: 9, blankBefore: 2 });
  });

  it('takes a line of a million characters and a million lines', () => {
    expect(blocks('x '.repeat(500_000))).toHaveLength(1);
    expect(blocks('x\n'.repeat(200_000))).toHaveLength(200_000);
  });
});
