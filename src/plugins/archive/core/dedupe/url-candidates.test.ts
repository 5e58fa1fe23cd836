import { canonicalUrl } from './canonical-url';
import { urlCandidates } from './url-candidates';

const PAGE = 'courier.example/2004/05/bridge';

describe('urlCandidates', () => {
  it.each([
    ['the page', 'http://www.courier.example/2004/05/bridge/'],
    ['its AMP path', 'https://courier.example/2004/05/bridge/amp/'],
    ['its AMP parameter', 'https://courier.example/2004/05/bridge?amp=1'],
    ['its bare AMP parameter', 'https://courier.example/2004/05/bridge?amp'],
    ['its AMP host', 'https://amp.courier.example/2004/05/bridge'],
    ['its mobile host', 'http://m.courier.example/2004/05/bridge'],
    ['its print path', 'http://courier.example/2004/05/bridge/print'],
    ['its print parameter', 'http://courier.example/2004/05/bridge?view=print&utm_source=x'],
    ['its index file', 'http://courier.example/2004/05/bridge/index.html'],
    [
      'the Wayback Machine',
      'https://web.archive.org/web/20090402101112/http://www.courier.example:80/2004/05/bridge',
    ],
    ['the Wayback Machine, raw', 'http://web.archive.org/web/2009id_/courier.example/2004/05/bridge'],
    [
      'the Wayback Machine, one slash lost',
      'https://web.archive.org/web/20090402/http:/courier.example/2004/05/bridge',
    ],
    ['needless percent-encoding', 'http://courier.example/2004/05/%62ridge'],
  ])('knows a page by %s', (_, url) => {
    expect(urlCandidates(url)).toContain(PAGE);
  });

  it('puts the address itself first, so that a page of that look is found where it was kept', () => {
    expect(urlCandidates('https://courier.example/a/amp')[0]).toBe('courier.example/a/amp');
    expect(urlCandidates('https://courier.example/a')).toContain('courier.example/a/amp');
  });

  it('tries the other hosts of the site', () => {
    const hosts = (host: string) => (host === 'old.example' ? ['courier.example'] : []);
    expect(urlCandidates('http://old.example/2004/05/bridge', hosts)).toContain(PAGE);
  });

  it('leaves alone what is another page', () => {
    expect(urlCandidates('http://courier.example/a?view=full')).not.toContain('courier.example/a');
    expect(urlCandidates('http://courier.example/a?print=7')).not.toContain('courier.example/a');
    expect(urlCandidates('http://m.example/a')).not.toContain('example/a');
  });

  it('does not take a look-alike host for the real one', () => {
    // A Cyrillic letter that looks like a Latin one.
    expect(urlCandidates('http://c\u043eurier.example/2004/05/bridge')).not.toContain(PAGE);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    `http://courier.example/${'a/'.repeat(1_000_000)}`,
    '',
    'bridge',
  ])('has none for what is no address', (text) => {
    expect(urlCandidates(text)).toEqual([]);
  });
});

describe('canonicalUrl', () => {
  it.each([
    ['http://courier.example/%d8%a7', 'courier.example/%D8%A7'],
    ['http://courier.example/\u0627', 'courier.example/%D8%A7'],
    ['http://courier.example/%7Ejane', 'courier.example/~jane'],
    ['http://courier.example/v?b=2&a=1', 'courier.example/v?a=1&b=2'],
    ['http://courier.example./a', 'courier.example/a'],
    ['http://courier.example:8080/a', 'courier.example:8080/a'],
  ])('%s -> %s', (url, canonical) => {
    expect(canonicalUrl(url)).toBe(canonical);
  });
});
