import { describe, expect, it } from 'vitest';
import { FILTER_KEYS, FILTER_TABLES } from '../../../src/core/filter/filter-keys.ts';
import { FILTER_COLUMNS } from '../../../src/engine/db/filter-columns.ts';

describe('FILTER_COLUMNS', () => {
  it.each(FILTER_TABLES)('has a column for every key of %s and no others', (table) => {
    const keys = FILTER_KEYS[table].map(({ key }) => key);
    expect(Object.keys(FILTER_COLUMNS[table]).sort()).toEqual(keys.sort());
  });
});
