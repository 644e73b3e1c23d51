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

/** Two halves, and what is put right between two of them. */
const NURSERY_BYTES = 32 * 1024 * 1024;
const MEASURED_BETWEEN_BYTES = 8 * 1024 * 1024;

describe('boundHeap', () => {
  it('gives the nursery its size, and keeps it from growing until it is released', () => {
    const bounded = mostBytes('new_space', 'boundHeap();', []);
    expect(bounded).toBeGreaterThanOrEqual(NURSERY_BYTES);
    expect(bounded).toBeLessThan(NURSERY_BYTES + MEASURED_BETWEEN_BYTES);
    expect(mostBytes('new_space', '', [])).toBeGreaterThan(bounded * 1.5);
    expect(mostBytes('new_space', 'boundHeap()();', [])).toBeGreaterThan(bounded * 1.5);
  });

  it('has old garbage collected early until it is released', () => {
    const bounded = mostBytes('old_space', 'boundHeap();', SOON_OLD);
    expect(mostBytes('old_space', '', SOON_OLD)).toBeGreaterThan(bounded * 1.5);
    expect(mostBytes('old_space', 'boundHeap()();', SOON_OLD)).toBeGreaterThan(bounded * 1.5);
  });
});
