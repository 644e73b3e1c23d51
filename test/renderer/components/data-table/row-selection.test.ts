import { describe, expect, it } from 'vitest';
import {
  isSelected,
  NO_SELECTION,
  selectedCount,
  selectRows,
  toggleRow,
} from '../../../../src/renderer/components/data-table/row-selection.ts';

describe('toggleRow', () => {
  it('adds and takes away', () => {
    const one = toggleRow(NO_SELECTION, 7, 0);
    expect(isSelected(one, 7)).toBe(true);
    expect(toggleRow(one, 7, 0)).toEqual(NO_SELECTION);
  });

  it('leaves the selection it was given as it is', () => {
    const one = selectRows([[7, 0]]);
    toggleRow(one, 8, 1);
    expect(selectedCount(one, 100)).toBe(1);
  });

  it('starts over with the row when everything was selected', () => {
    expect(toggleRow({ kind: 'all' }, 7, 3)).toEqual(selectRows([[7, 3]]));
  });
});

describe('selectedCount', () => {
  it.each([
    [NO_SELECTION, 0],
    [{ kind: 'all' } as const, 1_000_000],
    [
      selectRows([
        [1, 0],
        [2, 1],
      ]),
      2,
    ],
  ])('counts %j', (selection, expected) => {
    expect(selectedCount(selection, 1_000_000)).toBe(expected);
  });
});

describe('selectRows', () => {
  it('is no selection when there are no rows', () => {
    expect(selectRows([])).toBe(NO_SELECTION);
  });
});
