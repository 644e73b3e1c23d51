import { getHeapSpaceStatistics } from 'node:v8';
import { describe, expect, it } from 'vitest';
import { boundNursery } from '../../../src/engine/crawl/nursery.ts';

function nurseryBytes(): number {
  return getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space')?.space_size ?? 0;
}

/** Many objects of which some thousands are always alive, as of requests on their way. */
function work(): void {
  const alive = new Map<number, object>();
  for (let index = 0; index < 3_000_000; index++) alive.set(index % 60_000, { index, text: [index] });
}

describe('boundNursery', () => {
  it('keeps the nursery from growing until it is released', () => {
    const release = boundNursery();
    const before = nurseryBytes();
    work();
    expect(nurseryBytes()).toBeLessThanOrEqual(before);
    release();
    work();
    expect(nurseryBytes()).toBeGreaterThan(before);
  });
});
