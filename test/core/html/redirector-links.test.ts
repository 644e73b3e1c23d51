import { describe, expect, it } from 'vitest';
import { findRedirectorLink } from '../../../src/core/html/redirector-links.ts';

describe('findRedirectorLink', () => {
  it.each([
    ['/out.php?id=1&url=https%3A%2F%2Fclient.test%2Fa%3Fb', 'https://client.test/a?b'],
    ['https://g.example/url?q=http://client.test/a&sa=D', 'http://client.test/a'],
    ['/go?to=https%253A%252F%252Fclient.test', 'https://client.test/'],
    ['/go?to=//client.test/a', 'http://client.test/a'],
    ['/go?a=1;to=www.client.test', null],
    ['/go?to=https://other.test/?x=https://client.test', null],
    ['/go?to=%E0%A4%A', null],
    ['/go?to=client.test', null],
    ['https://f.example/sharer.php?u=https://client.test', null],
    ['mailto:x@a.example?body=https://client.test', null],
  ])('%s: %s', (href, target) => {
    const found = findRedirectorLink([{ href }], 'https://a.example/', (host) => host === 'client.test');
    expect(found?.target ?? null).toBe(target);
  });
});
