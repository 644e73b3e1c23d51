import { describe, expect, it } from 'vitest';
import {
  fullOrder,
  fullVisibility,
  isColumnLayout,
  moveColumn,
} from '../../../../src/renderer/components/data-table/column-layout.ts';
import type { DataColumn } from '../../../../src/renderer/components/data-table/data-column.ts';

const columns: readonly DataColumn<null>[] = ['a', 'b', 'c', 'd'].map((id) => ({
  id,
  title: id,
  width: 100,
  isHidden: id === 'd',
  cell: () => id,
  text: () => id,
}));

describe('fullOrder', () => {
  it.each([
    ['nothing chosen', [], ['a', 'b', 'c', 'd']],
    ['everything chosen', ['d', 'c', 'b', 'a'], ['d', 'c', 'b', 'a']],
    ['a column the choice does not know', ['c', 'a', 'b'], ['c', 'd', 'a', 'b']],
    ['a column the program no longer has', ['x', 'b', 'a', 'c', 'd'], ['b', 'a', 'c', 'd']],
  ])('orders columns with %s', (_, order, expected) => {
    expect(fullOrder(columns, order)).toEqual(expected);
  });
});

describe('fullVisibility', () => {
  it('follows the choice, and the program where nobody chose', () => {
    expect(fullVisibility(columns, { a: false, d: true })).toEqual({ a: false, b: true, c: true, d: true });
    expect(fullVisibility(columns, {}).d).toBe(false);
  });
});

describe('moveColumn', () => {
  it.each([
    ['a', 'c', ['b', 'c', 'a']],
    ['c', 'a', ['c', 'a', 'b']],
    ['b', 1, ['a', 'c', 'b']],
    ['a', -1, ['a', 'b', 'c']],
    ['c', 1, ['a', 'b', 'c']],
    ['x', 'a', ['a', 'b', 'c']],
  ])('moves %s to %s', (id, target, expected) => {
    expect(moveColumn(['a', 'b', 'c'], id, target)).toEqual(expected);
  });
});

describe('isColumnLayout', () => {
  it('refuses what an older version or another program left', () => {
    expect(isColumnLayout({ order: [], visibility: {}, widths: {}, pinned: [] })).toBe(true);
    for (const value of [null, 3, {}, { order: 'a', visibility: {}, widths: {}, pinned: [] }])
      expect(isColumnLayout(value)).toBe(false);
  });
});
