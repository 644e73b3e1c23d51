import { describe, expect, it } from 'vitest';
import { createResultStore } from '../../../src/engine/jobs/result-store.ts';
import { waitUntil } from '../../support/wait-until.ts';

function storing() {
  const batches: number[][] = [];
  const store = createResultStore<number>((results) => {
    batches.push([...results]);
    return Promise.resolve();
  });
  return { store, batches };
}

describe('createResultStore', () => {
  it('stores a result soon, also where no further one comes', async () => {
    const { store, batches } = storing();
    await store.add(1);
    await store.add(2);
    expect(batches).toEqual([]);
    await waitUntil('the batch is stored', () => batches.length > 0);
    expect(batches).toEqual([[1, 2]]);
  });

  it('stores a full batch before it takes more, and the rest when asked', async () => {
    const { store, batches } = storing();
    for (let result = 0; result < 201; result++) await store.add(result);
    expect(batches.map((batch) => batch.length)).toEqual([200]);
    await store.flush();
    expect(batches.map((batch) => batch.length)).toEqual([200, 1]);
    await store.flush();
    expect(batches).toHaveLength(2);
  });

  it('tells a failure to the next who asks', async () => {
    const store = createResultStore<number>(() => Promise.reject(new Error('the disk is full')));
    await store.add(1);
    await expect(store.flush()).rejects.toThrow('the disk is full');
    await expect(store.flush()).rejects.toThrow('the disk is full');
  });
});
