import { describe, expect, it } from 'vitest';
import {
  FILTER_KEYS,
  FILTER_TABLES,
  type FilterTable,
  findFilterKey,
  isWords,
} from '../../../src/core/filter/filter-keys.ts';
import { parseFilter } from '../../../src/core/filter/parse-filter.ts';

describe('FILTER_KEYS', () => {
  it.each(FILTER_TABLES)('gives no name to two keys of %s', (table) => {
    const names = FILTER_KEYS[table].flatMap((key) => [key.key].concat(key.aliases));
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(names.filter((name) => !/^[a-z]+$/.test(name) || name === 'has' || name === 'is')).toEqual([]);
  });

  it.each(FILTER_TABLES)('explains every key of %s by an example that works and a sentence', (table) => {
    for (const { key, example, help, title } of FILTER_KEYS[table]) {
      expect(parseFilter(example, table), key).toMatchObject({ ok: true });
      expect(help, key).toMatch(/^[A-Z].*\.$/);
      expect(title, key).not.toBe('');
    }
  });

  it.each(FILTER_TABLES)('knows every value that a synonym of %s stands for', (table) => {
    for (const { values, synonyms } of FILTER_KEYS[table]) {
      for (const meant of Object.values(synonyms)) expect(values).toEqual(expect.arrayContaining([...meant]));
    }
  });
});

describe('findFilterKey', () => {
  it.each<[FilterTable, string, string | null]>([
    ['links', 'firstseen', 'firstseen'],
    ['links', 'First_Seen', 'firstseen'],
    ['links', 'sourceUrl', 'url'],
    ['links', 'lastChecked', 'checked'],
    ['domains', 'anchor', null],
    ['links', 'toString', null],
  ])('in %s %s is %s', (table, name, key) => {
    expect(findFilterKey(table, name)?.key ?? null).toBe(key);
  });
});

describe('isWords', () => {
  it('lists flags and states', () => {
    expect(isWords('links').map(({ word }) => word)).toEqual([
      'followed',
      'live',
      'gone',
      'unknown',
      'unchecked',
      'reimported',
      'unchanged',
      'rendered',
      'indexable',
      'noindex',
      'disavowed',
    ]);
    expect(isWords('anchors')).toEqual([]);
  });
});
