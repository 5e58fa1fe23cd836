import { canonicalUrl } from './canonical-url';

describe('canonicalUrl', () => {
  it.each([
    ['HTTP://WWW.Courier.example:80/a/?utm_source=x#top', 'courier.example/a'],
    ['https://courier.example/a', 'courier.example/a'],
    ['http://courier.example/view.php?id=7&fbclid=1', 'courier.example/view.php?id=7'],
    ['https://courier.example', 'courier.example'],
  ])('%s -> %s', (url, canonical) => {
    expect(canonicalUrl(url)).toBe(canonical);
  });

  it.each([
    'javascript:alert(1)',
    'not a url',
    `http://courier.example/${'a'.repeat(1_000_000)}`,
    'file:///etc/passwd',
  ])('refuses what is no address of a page', (text) => {
    expect(canonicalUrl(text)).toBeNull();
  });
});
