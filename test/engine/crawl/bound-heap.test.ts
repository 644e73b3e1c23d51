import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

const BOUND_HEAP = new URL('../../../src/engine/crawl/bound-heap.ts', import.meta.url).href;

/**
 * The most bytes a space of a fresh heap takes while many objects are made of which some thousands are always alive, as of requests on
 * their way.
 */
function mostBytes(space: 'new_space' | 'old_space', before: string, flags: readonly string[]): number {
  const program = `
    import { getHeapSpaceStatistics } from 'node:v8';
    import { boundHeap } from '${BOUND_HEAP}';
    gc();
    ${before}
    const alive = new Map();
    let most = 0;
    for (let index = 0; index < 800_000; index++) {
      alive.set(index % 60_000, { index, text: [index] });
      if (index % 10_000 !== 0) continue;
      const space = getHeapSpaceStatistics().find(({ space_name }) => space_name === '${space}');
      most = Math.max(most, space.space_size);
    }
    console.log(most);`;
  const args = ['--expose-gc', ...flags, '--input-type=module', '--eval', program];
  return Number(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}

/** So that objects of any age are soon old, and collected at the limit rather than some time after it. */
const SOON_OLD = ['--max-semi-space-size=1', '--no-incremental-marking'];

describe('boundHeap', () => {
  it.each([
    ['keeps the nursery from growing', 'new_space', []],
    ['has old garbage collected early', 'old_space', SOON_OLD],
  ] as const)('%s until it is released', (_, space, flags) => {
    const bounded = mostBytes(space, 'boundHeap();', flags);
    expect(mostBytes(space, '', flags)).toBeGreaterThan(bounded * 2);
    expect(mostBytes(space, 'boundHeap()();', flags)).toBeGreaterThan(bounded * 2);
  });
});
