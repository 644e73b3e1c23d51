import { describe, expect, it } from 'vitest';
import { normalizeColumnName } from '../../../src/core/formats/column-name.ts';

describe('normalizeColumnName', () => {
  it.each([
    ['\uFEFF"Domain"', 'domain'],
    ['URL Rating (desc)', 'url rating'],
    ['Traffic ', 'traffic'],
    ['url_from', 'url from'],
    ['Source  Url', 'source url'],
    ['דף מקשר', 'דף מקשר'],
  ])('%s is %s', (written, name) => {
    expect(normalizeColumnName(written)).toBe(name);
  });
});
