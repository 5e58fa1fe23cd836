import { arabicMentions } from './arabic-mentions';

function find(text: string, ignore: string[] = []): [string, string | null][] {
  const mentions = arabicMentions(text, 0, text.length, ignore);
  for (const { text: name, start, end } of mentions) expect(text.slice(start, end)).toBe(name);
  return mentions.map((mention) => [mention.text, mention.kind]);
}

describe('arabicMentions', () => {
  it.each([
    ['زار الرئيس السوري سامر القدسي المدينة', 'سامر القدسي', 'person'],
    ['وقال الشيخ سالم بن راشد أمس', 'سالم بن راشد', 'person'],
    ['كتب سالم بن عبد الله إليه', 'سالم بن عبد الله', 'person'],
    ['أعلنت وزارة الداخلية أن', 'وزارة الداخلية', 'organization'],
    ['وأعلن لحزب البناء الوطني في', 'حزب البناء الوطني', 'organization'],
    ['أعلنت حركة «زلمار» أن', 'زلمار', 'organization'],
    ['سافر إلى القاهرة أمس', 'القاهرة', 'place'],
    ['أقام وبيروت تنتظر', 'بيروت', 'place'],
  ])('%s', (text, name, kind) => {
    expect(find(text)).toContainEqual([name, kind]);
  });

  it('takes nothing where only a common noun follows', () => {
    expect(find('هذا حزب سياسي في كل شركة كبيرة قال الرئيس في كلمة')).toEqual([]);
  });

  it('leaves ignored names out', () => {
    expect(find('صحيفة «الأخبار»', ['الاخبار'])).toEqual([]);
  });
});
