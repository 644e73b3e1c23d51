import { describe, expect, it } from 'vitest';
import { findLookAlike } from '../../../src/core/disavow/look-alike-host.ts';

describe('findLookAlike', () => {
  it.each([
    ['a.example', null],
    ['bücher.example', null],
    ['почта.example', null],
    ['日本ひらカナtv.example', null],
    ['한국abc.example', null],
    ['пример.com', null],
    ['lifehacĸer.com', { mixedScripts: [], imitates: 'lifehacker.com' }],
    ['аррӏе.com', { mixedScripts: [], imitates: 'apple.com' }],
    ['pаypal.com', { mixedScripts: ['Latin', 'Cyrillic'], imitates: 'paypal.com' }],
    ['αбв.example', { mixedScripts: ['Cyrillic', 'Greek'], imitates: null }],
  ])('%s: %j', (host, expected) => {
    expect(findLookAlike(host)).toEqual(expected);
  });
});
