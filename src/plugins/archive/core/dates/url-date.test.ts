import { dateInUrl } from './url-date';

describe('dateInUrl', () => {
  it.each([
    { url: 'https://news.example/2016/07/14/harbour-reopens/', edtf: '2016-07-14', confidence: 0.7 },
    { url: 'https://news.example/2016/7/4', edtf: '2016-07-04', confidence: 0.7 },
    { url: 'https://news.example/world/2016/jul/14/harbour', edtf: '2016-07-14', confidence: 0.7 },
    { url: 'https://news.example/show?id=7&date=2016-07-14', edtf: '2016-07-14', confidence: 0.6 },
    { url: 'https://news.example/show?date=20160714#top', edtf: '2016-07-14', confidence: 0.6 },
    { url: 'https://news.example/2016-07-14-harbour.html', edtf: '2016-07-14', confidence: 0.6 },
    { url: 'https://news.example/2016/0714/harbour', edtf: '2016-07-14', confidence: 0.5 },
    { url: 'https://news.example/a_20160714.html', edtf: '2016-07-14', confidence: 0.35 },
    { url: 'https://news.example/20160714/', edtf: '2016-07-14', confidence: 0.35 },
    { url: 'https://news.example/2016/07/', edtf: '2016-07', confidence: 0.5 },
    { url: '/2016/07/14/harbour', edtf: '2016-07-14', confidence: 0.7 },
    {
      url: 'https://web.archive.org/web/20170503102200/http://news.example/2016/07/14/a/',
      edtf: '2016-07-14',
      confidence: 0.7,
    },
  ])('reads $url', ({ url, edtf, confidence }) => {
    const { reading, issues } = dateInUrl(url);
    expect(reading).toMatchObject({ edtf, confidence });
    expect(url.slice(reading?.start, reading?.end)).toBe(reading?.text);
    expect(issues).toEqual([]);
  });

  it.each([
    '',
    'not a url',
    'https://news.example/article/55353624',
    'https://news.example/article/2016071455',
    'https://news.example/article/20161399',
    'https://news.example/article/18450714',
    'https://news.example/article/120160714',
    'https://news.example/2016/index.html',
    'https://news.example/2016/99/99/',
    'https://news.example/0016/07/14/',
    'https://20160714.example/',
    'https://web.archive.org/web/20170503102200/http://news.example/a',
    'https://web.archive.org/web/20170503/http://news.example/a',
    'https://news.example/tel-06-11-2016-07-14-15',
    'javascript:alert(20160714)',
  ])('finds none in "%s"', (url) => {
    expect(dateInUrl(url)).toEqual({ reading: null, issues: [] });
  });

  it('says so when the day does not exist', () => {
    const issues = [{ code: 'date-impossible', start: 21, end: 31, found: '2016/02/30' }];
    expect(dateInUrl('https://news.example/2016/02/30/a')).toEqual({ reading: null, issues });
  });

  it.each(['2016/07/14/', '/2016', '20160714', '-', '&d='])('leaves 1 MB of "%s"', (part) => {
    const url = `https://news.example/x/${part.repeat(1_000_000 / part.length)}`;
    expect(dateInUrl(url)).toEqual({ reading: null, issues: [] });
    // Just below the limit every rule runs over all of it.
    expect(dateInUrl(url.slice(0, 4000)).issues).toEqual([]);
  });
});
