import { describe, expect, it } from 'vitest';
import { FILTER_EXAMPLES } from '../../../src/core/filter/filter-examples.ts';
import { FILTER_TABLES } from '../../../src/core/filter/filter-keys.ts';
import { parseFilter } from '../../../src/core/filter/parse-filter.ts';

describe('FILTER_EXAMPLES', () => {
  it.each(FILTER_TABLES)('can be used in the table of %s', (table) => {
    expect(parseFilter(FILTER_EXAMPLES[table], table)).toMatchObject({ ok: true });
  });
});
