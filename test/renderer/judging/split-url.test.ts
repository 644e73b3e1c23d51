import { describe, expect, it } from 'vitest';
import { splitUrl } from '../../../src/renderer/judging/split-url.ts';

describe('splitUrl', () => {
  it.each([
    ['https://www.example.com/a', { host: 'example.com', middle: '/a', end: '' }],
    ['http://example.com/', { host: 'example.com', middle: '', end: '' }],
    ['https://u:p@example.com:8080/?q=1', { host: 'example.com:8080', middle: '/?q=1', end: '' }],
    ['not an address', { host: '', middle: 'not an address', end: '' }],
    ['', { host: '', middle: '', end: '' }],
  ])('splits %s', (address, expected) => {
    expect(splitUrl(address)).toEqual(expected);
  });

  it('keeps the end of a long path in sight and loses nothing', () => {
    const path = `/${'segment/'.repeat(40)}last-page.html`;
    const { middle, end } = splitUrl(`https://example.com${path}`);
    expect(end).toBe('last-page.html');
    expect(middle + end).toBe(path);
  });
});
