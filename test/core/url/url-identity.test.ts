import { describe, expect, it } from 'vitest';
import { identifyUrl, isTrackingParameter, withoutTracking } from '../../../src/core/url/url-identity.ts';

describe('identifyUrl', () => {
  it.each([
    ['https://example.com', 'example.com/'],
    ['HTTP://www.Example.com:80/A/?utm_source=x#top', 'example.com/A'],
    ['https://example.com/a/', 'example.com/a'],
    ['https://example.com/a', 'example.com/a'],
    ['https://example.com:8443/a', 'example.com:8443/a'],
    ['https://example.com/?b=2&a=1&fbclid=zz', 'example.com/?b=2&a=1'],
    ['//cdn.example.com/x', 'cdn.example.com/x'],
    ['example.com/page', 'example.com/page'],
    ['example.com:8080/page', 'example.com:8080/page'],
    ['https://intently.co/Sydney/Flooring Supply', 'intently.co/Sydney/Flooring%20Supply'],
    ['https://bücher.example/straße', 'xn--bcher-kva.example/stra%C3%9Fe'],
    ['https://example.com./a', 'example.com/a'],
    ['https://example.com/stra%c3%9fe', 'example.com/stra%C3%9Fe'],
    ['https://example.com/%7ejo/%61?q=%2f%20', 'example.com/~jo/a?q=%2F%20'],
    ['http://1.2.3.4/a', '1.2.3.4/a'],
    ['http://www.com/a', 'www.com/a'],
  ])('reads %s as %s', (text, key) => {
    expect(identifyUrl(text)?.key).toBe(key);
  });

  it.each([
    [''],
    ['mailto:a@example.com'],
    ['javascript:alert(1)'],
    ['ftp://example.com/a'],
    ['hello'],
    ['http://'],
    ['http://a b/'],
  ])('finds no web address in "%s"', (text) => {
    expect(identifyUrl(text)).toBeNull();
  });

  it('keeps the spelling that is fetched and names the registrable domain', () => {
    expect(identifyUrl('https://www.Blog.example.co.uk/A/?utm_medium=m#x')).toEqual({
      key: 'blog.example.co.uk/A',
      url: 'https://www.blog.example.co.uk/A/?utm_medium=m',
      host: 'www.blog.example.co.uk',
      domain: 'example.co.uk',
    });
  });
});

describe('withoutTracking', () => {
  it.each([
    ['https://a.example/b?utm_source=x&id=4&fbclid=y', 'https://a.example/b?id=4'],
    ['https://a.example/b/?srsltid=z', 'https://a.example/b/'],
    ['https://a.example/', 'https://a.example/'],
  ])('of %s is %s', (url, expected) => {
    expect(withoutTracking(url)).toBe(expected);
  });
});

describe('isTrackingParameter', () => {
  it.each([
    ['utm_campaign', true],
    ['GCLID', true],
    ['id', false],
  ])('%s: %s', (name, expected) => {
    expect(isTrackingParameter(name)).toBe(expected);
  });
});

describe('identifyUrl and the URL parser', () => {
  it.each([
    'https://a.example',
    'https://a.example?x=1',
    'https://www.a.example/b/c/?x=1&y=%20%zz#top',
    "http://a-b.c--d.example/~user/(x),y;z=1:@+*!$&'z",
    "https://a.example/?q='x'y",
    'https://a.example/b?x|y^z`{}[]\\',
    'https://a.example/b/./c/../d',
    'https://a.example/b/..',
    'https://a.example/.hidden/..b/c.',
    'https://a.example/b%2e%2E/c%41',
    'https://a.example//b///c',
    'https://a.example/b\\c',
    'https://a.example/b c',
    'https://a.example/ünï',
    'https://A.Example/B',
    'HTTPS://a.example/',
    'https://xn--bcher-kva.example/',
    'https://xn--a.example/',
    'https://a.example:443/',
    'https://a.example:8080/x',
    'https://user:pass@a.example/',
    'https://1.2.3.4/',
    'https://0x7f.1/',
    'https://a.1e/',
    'https://a.example./',
    'https://a..example/',
    'https://-a-.example/',
    'https://a_b.example/',
    'https://a.example/?',
    'https://a.example/#',
    `https://${'a'.repeat(64)}.example/`,
    `https://${'a'.repeat(60)}.b.example/`,
    'https://a.example/\t\n',
    'https://localhost/',
  ])('agree on %j', (text) => {
    const url = URL.parse(text);
    if (url !== null) url.hash = '';
    const identity = identifyUrl(text);
    if (identity === null) return;
    expect(identity).toMatchObject({ url: url?.href, host: url?.hostname.replace(/\.$/, '') });
    const spelledOtherwise = identifyUrl(` ${text}`);
    expect(identity).toEqual(spelledOtherwise);
  });
});
