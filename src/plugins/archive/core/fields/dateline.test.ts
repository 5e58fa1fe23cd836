import { datelineOf } from './dateline';

const places = new Set(['Beirut', 'بيروت']);
const isKnownPlace = (place: string) => places.has(place);
const cut = (paragraph: string, separators: readonly string[] = []) => {
  const dateline = datelineOf(paragraph, { separators, isKnownPlace });
  return dateline === null ? null : [dateline.place, paragraph.slice(dateline.bodyAt).trim()];
};

describe('datelineOf with the separators of a paper', () => {
  it.each([
    ['Riyadh- Sources revealed', ['- '], 'Riyadh', 'Sources revealed'],
    ['Al-Arish- Sources revealed', ['- '], 'Al-Arish', 'Sources revealed'],
    ['PORT SEFINA, March 3 (MPS) - Crews of', [' - ', '- '], 'PORT SEFINA', 'Crews of'],
    ['QARNAY and TEL MARUN — Negotiators', [' — '], 'QARNAY and TEL MARUN', 'Negotiators'],
    ['Dahr al-Louz- “Drivers', ['- '], 'Dahr al-Louz', '“Drivers'],
    [
      'الواحة الشرقية والواحة الغربية - أعلنت بلديتا',
      [' - '],
      'الواحة الشرقية والواحة الغربية',
      'أعلنت بلديتا',
    ],
    ['المنامة: طالبت جمعية', [' - ', ': '], 'المنامة', 'طالبت جمعية'],
  ])('%s', (paragraph, separators, place, body) => {
    expect(cut(paragraph, separators)).toEqual([place, body]);
  });

  it.each([
    ['It took one very patient mayor - but the bridge opened', [' - ']],
    ['Aid exceeded 45 million annually- noting that', ['- ']],
    ['قال مدير التربية في اتصال مع الجريدة: إن الحافلة', [': ']],
    ['وقال: إن الحافلة', [': ']],
    ['Riyadh- ', ['- ']],
    ['- Riyadh', ['- ']],
    ['Riyadh. Sources revealed', ['- ']],
    ['', ['- ']],
  ])('finds none in %s', (paragraph, separators) => {
    expect(cut(paragraph, separators)).toBeNull();
  });
});

describe('datelineOf without a profile', () => {
  it('believes capitals, dates, agencies and known places only', () => {
    expect(cut('PORT SEFINA — Crews')).toEqual(['PORT SEFINA', 'Crews']);
    expect(cut('Qarnay (MPS) - Crews')).toEqual(['Qarnay', 'Crews']);
    expect(cut('Beirut – Crews')).toEqual(['Beirut', 'Crews']);
    expect(cut('بيروت - افتتح ملتقى')).toEqual(['بيروت', 'افتتح ملتقى']);
    expect(cut('Cement – the town has had enough')).toBeNull();
  });

  it('looks at the first characters only, however long the paragraph', () => {
    expect(cut(`${'A '.repeat(500_000)}- B`)).toBeNull();
  });
});
