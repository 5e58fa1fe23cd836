import { fold } from '../text/fold';
import { isAfterArticleHeading, isAfterArticleLine, isCaption, isNotice } from './after-article';

const says = (test: (block: { folded: string }) => boolean, line: string) => test({ folded: fold(line) });

describe('lines that are not the article', () => {
  it.each([
    'Read next',
    '12 Kommentare (3)',
    'Читайте также',
    'مواضيع ذات صلة',
    'Zobacz także',
    'İlgili haberler',
  ])('heads what comes after: %s', (line) => {
    expect(says(isAfterArticleHeading, line)).toBe(true);
  });

  it('knows lines by how they begin, and prose by that it goes on', () => {
    expect(says(isAfterArticleLine, 'Article suivant Le port rouvre')).toBe(true);
    expect(says(isAfterArticleLine, 'All rights reserved.')).toBe(true);
    expect(says(isAfterArticleLine, 'All right, said the harbour master.')).toBe(false);
  });

  it('tells a notice about cookies from an article about cookies', () => {
    expect(says(isNotice, 'Diese Seite verwendet Cookies. Sind Sie einverstanden?')).toBe(true);
    expect(says(isNotice, 'The bakery sold its last cookie on Friday.')).toBe(false);
  });

  it.each([
    ['The old lamp at night. (Photo: Rosa Dunmere)', true],
    ['Wer die Äste wegräumt, ist unklar (Symbolbild).', true],
    ['Die Mole am Abend. Foto: Karl Beispiel', true],
    ['The photo: nobody knew who had taken it. The lamp went out.', false],
    ['She took a photo of the lamp and left.', false],
  ])('caption: %s', (line, is) => {
    expect(says(isCaption, line)).toBe(is);
  });

  it('does not read long lines', () => {
    expect(says(isCaption, 'photo: '.repeat(150_000))).toBe(false);
  });
});
