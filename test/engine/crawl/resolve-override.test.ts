import { describe, expect, it } from 'vitest';
import { findOverride, parseResolveOverride } from '../../../src/engine/crawl/resolve-override.ts';

describe('parseResolveOverride', () => {
  it.each([
    ['a.example:127.0.0.1', { host: 'a.example', address: '127.0.0.1' }],
    ['A.example:127.0.0.1:8080', { host: 'a.example', address: '127.0.0.1', port: 8080 }],
    ['*:[::1]:8080', { host: '*', address: '::1', port: 8080 }],
    ['a.example', null],
    ['a.example:host', null],
    ['a.example:1.2.3.4:70000', null],
    ['a.example:1.2.3', null],
  ])('%s', (text, expected) => {
    expect(parseResolveOverride(text)).toEqual(expected);
  });
});

describe('findOverride', () => {
  it('prefers the host that is named to the wildcard', () => {
    const overrides = [
      { host: '*', address: '127.0.0.1' },
      { host: 'a.example', address: '127.0.0.2' },
    ];
    expect(findOverride(overrides, 'a.example')?.address).toBe('127.0.0.2');
    expect(findOverride(overrides, 'b.example')?.address).toBe('127.0.0.1');
    expect(findOverride([], 'b.example')).toBeNull();
  });
});
