import { describe, expect, it } from 'vitest';
import { pointAtFilter } from '../../src/cli/point-at-filter.ts';

const problem = (start: number, end: number) => ({ start, end, message: '', suggestion: null });

describe('pointAtFilter', () => {
  it.each([
    ['riks>1', [problem(0, 4)], ['  riks>1', '  ^^^^']],
    ['a b:c (d', [problem(2, 3), problem(6, 7)], ['  a b:c (d', '    ^   ^']],
    ['risk>=', [problem(6, 6)], ['  risk>=', '        ^']],
    ['日本 riks>1', [problem(3, 7)], []],
    ['a'.repeat(200), [problem(0, 1)], []],
    ['a', [], []],
  ])('%s', (filter, problems, lines) => {
    expect(pointAtFilter({ filter, problems })).toEqual(lines);
  });

  it('has nothing to say of other errors', () => {
    expect(pointAtFilter({ path: '/x' })).toEqual([]);
  });
});
