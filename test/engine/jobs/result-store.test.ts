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

  it('tells a failure at once, also where nobody asks, and takes nothing more', async () => {
    const store = createResultStore<number>(() => Promise.reject(new Error('the disk is full')));
    await store.add(1);
    await waitUntil('the failure is told', () => store.failed.aborted);
    expect(store.failed.reason).toEqual(new Error('the disk is full'));
    await expect(store.add(2)).rejects.toThrow('the disk is full');
    await expect(store.flush()).rejects.toThrow('the disk is full');
  });

  it('gathers one batch while an earlier one cannot be written yet, and takes no more than that', async () => {
    const batches: number[] = [];
    const written = Promise.withResolvers<void>();
    const store = createResultStore<number>((results) => {
      batches.push(results.length);
      return written.promise;
    });
    await store.add(0);
    await waitUntil('the first batch is being written', () => batches.length === 1);
    for (let result = 1; result < 200; result++) await store.add(result);
    let isTaken = false;
    const last = store.add(200).then(() => {
      isTaken = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect({ batches, isTaken }).toEqual({ batches: [1], isTaken: false });
    written.resolve();
    await last;
    expect(batches).toEqual([1, 200]);
  });
});
