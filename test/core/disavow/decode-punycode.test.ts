import { describe, expect, it } from 'vitest';
import { unicodeHost } from '../../../src/core/disavow/decode-punycode.ts';

describe('unicodeHost', () => {
  it.each([
    ['a.example'],
    ['bücher.example'],
    ['lifehacĸer.com'],
    ['한국사이버신학대학교.kr'],
    ['他们为什么不说中文.example'],
    ['почемужеонинеговорятпорусски.example'],
    ['pročprostěnemluvíčesky.example'],
    ['3年b組金八先生.example'],
    ['😀.example'],
  ])('finds %s again in its ASCII form', (host) => {
    expect(unicodeHost(new URL(`http://${host}/`).hostname)).toBe(host);
  });

  it.each([['xn--.example'], ['xn--a!b.example'], ['xn--99999999.example'], [`xn--${'9'.repeat(50)}.example`]])(
    'leaves %s as it is',
    (host) => {
      expect(unicodeHost(host)).toBe(host);
    },
  );
});
