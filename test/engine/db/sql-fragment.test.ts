import { describe, expect, it } from 'vitest';
import { fragment, joinFragments } from '../../../src/engine/db/sql-fragment.ts';

describe('joinFragments', () => {
  it('keeps the order of terms and values', () => {
    expect(joinFragments('OR', [fragment('a = ?', 1), fragment('b'), fragment('c IN (?, ?)', 'x', 'y')])).toEqual({
      sql: '(a = ? OR (b OR c IN (?, ?)))',
      params: [1, 'x', 'y'],
    });
  });

  it('leaves a single fragment as it is', () => {
    expect(joinFragments('AND', [fragment('a')])).toEqual({ sql: 'a', params: [] });
  });

  it('nests thousands of terms a few levels deep', () => {
    const { sql } = joinFragments(
      'OR',
      Array.from({ length: 4_096 }, () => fragment('a')),
    );
    expect(/^\(+/.exec(sql)?.[0]).toHaveLength(12);
  });
});
