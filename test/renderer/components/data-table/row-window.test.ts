import { describe, expect, it } from 'vitest';
import {
  contentHeight,
  MAX_CONTENT_PX,
  maxOffset,
  offsetShowing,
  rowWindow,
  scrollScale,
} from '../../../../src/renderer/components/data-table/row-window.ts';

const small = { rowCount: 1000, rowHeight: 28, viewportHeight: 280 };
const huge = { rowCount: 10_000_000, rowHeight: 28, viewportHeight: 280 };

describe('contentHeight', () => {
  it('is the height of all rows, up to what a browser can lay out', () => {
    expect(contentHeight(small)).toBe(28_000);
    expect(contentHeight(huge)).toBe(MAX_CONTENT_PX);
    expect(MAX_CONTENT_PX).toBeLessThan(33_554_428);
  });
});

describe('scrollScale', () => {
  it('is 1 for lists that fit and for empty ones', () => {
    expect(scrollScale(small)).toBe(1);
    expect(scrollScale({ ...small, rowCount: 0 })).toBe(1);
    expect(scrollScale({ ...small, rowCount: 3 })).toBe(1);
  });

  it('lets the end of the track stand for the last row of a longer list', () => {
    const track = contentHeight(huge) - huge.viewportHeight;
    expect(track * scrollScale(huge)).toBeCloseTo(maxOffset(huge), 3);
  });
});

describe('rowWindow', () => {
  it.each([
    ['the beginning', 0, { first: 0, end: 12 }],
    ['half a row down', 14, { first: 0, end: 13 }],
    ['the middle', 2800, { first: 98, end: 112 }],
    ['the end', 27_720, { first: 988, end: 1000 }],
  ])('draws the rows in sight and the overscan at %s', (_, offset, expected) => {
    expect(rowWindow(small, offset, 2)).toEqual(expected);
  });

  it('draws nothing of an empty list', () => {
    expect(rowWindow({ ...small, rowCount: 0 }, 0, 8)).toEqual({ first: 0, end: 0 });
  });
});

describe('offsetShowing', () => {
  it.each([
    ['stays where the row is in sight', 0, 3, 0],
    ['moves up to a row above', 280, 2, 56],
    ['moves down until a row below is whole', 0, 10, 28],
    ['reaches the last row', 0, 999, 27_720],
  ])('%s', (_, offset, index, expected) => {
    expect(offsetShowing(small, offset, index)).toBe(expected);
  });

  it('never leaves the list', () => {
    expect(offsetShowing({ ...small, rowCount: 2 }, 0, 1)).toBe(0);
  });
});
