import { describe, expect, it } from 'vitest';
import { policyFilter } from '../../../src/core/check/recheck-policy.ts';
import { parseFilter } from '../../../src/core/filter/parse-filter.ts';

describe('policyFilter', () => {
  it.each([
    ['all', '', ''],
    ['unchecked', '', 'state:unchecked'],
    ['unknown', '30d', 'state:unknown (checked<30d OR checked:never)'],
    ['changed', '', '(has:changed OR is:reimported)'],
    ['all', '2w', '(checked<2w OR checked:never)'],
  ] as const)('%s, older than %j', (only, olderThan, expected) => {
    const filter = policyFilter({ only, olderThan });
    expect(filter).toBe(expected);
    expect(parseFilter(filter, 'links').ok).toBe(true);
  });
});
