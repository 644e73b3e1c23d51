import { describe, expect, it } from 'vitest';
import { HostQueue } from '../../../src/engine/crawl/host-queue.ts';

function takeAll(queue: HostQueue<string>, now: number): string[] {
  const taken: string[] = [];
  for (let next = queue.take(now); next !== null; next = queue.take(now)) taken.push(next.item);
  return taken;
}

function queueOf(items: readonly string[], perHost: number, spacingMs = 0): HostQueue<string> {
  const queue = new HostQueue<string>({ perHost, spacingMs });
  for (const item of items) queue.add(item.charAt(0), item);
  return queue;
}

describe('HostQueue', () => {
  it('lets every host have its turn', () => {
    expect(takeAll(queueOf(['a1', 'a2', 'a3', 'b1', 'c1', 'c2'], 9), 0)).toEqual(['a1', 'b1', 'c1', 'a2', 'c2', 'a3']);
  });

  it('gives a host no more than its share until something is done', () => {
    const queue = queueOf(['a1', 'a2', 'a3', 'b1'], 2);
    expect(takeAll(queue, 0)).toEqual(['a1', 'b1', 'a2']);
    queue.finish('a', 0);
    expect([takeAll(queue, 0), queue.size]).toEqual([['a3'], 0]);
  });

  it('stays with a host while its connection is open, for so many items', () => {
    const items = ['b1', 'c1', ...Array.from({ length: 20 }, (_, index) => `a${index}`)];
    const queue = queueOf(items, 1);
    const hosts: string[] = [];
    for (let next = queue.take(0); next !== null; next = queue.take(0)) {
      hosts.push(next.host);
      queue.finish(next.host, 0);
    }
    expect(hosts.join('')).toBe(`bc${'a'.repeat(20)}`);
    const shared = queueOf([...Array.from({ length: 20 }, (_, index) => `a${index}`), 'b1'], 1);
    const order: string[] = [];
    for (let next = shared.take(0); next !== null; next = shared.take(0)) {
      order.push(next.host);
      shared.finish(next.host, 0);
    }
    expect(order.join('')).toBe(`${'a'.repeat(16)}b${'a'.repeat(4)}`);
  });

  it('keeps the space between two starts', () => {
    const queue = queueOf(['a1', 'a2', 'b1'], 9, 100);
    expect(takeAll(queue, 0)).toEqual(['a1', 'b1']);
    expect(queue.wakesAt()).toBe(100);
    expect([takeAll(queue, 99), takeAll(queue, 100)]).toEqual([[], ['a2']]);
  });

  it('keeps a pause, also one that grows while it lasts', () => {
    const queue = queueOf(['a1', 'a2', 'b1', 'b2'], 1, 10);
    expect(takeAll(queue, 0)).toEqual(['a1', 'b1']);
    queue.finish('a', 0);
    queue.finish('b', 0);
    expect(takeAll(queue, 5)).toEqual([]);
    queue.pauseUntil('a', 500);
    expect([takeAll(queue, 10), queue.wakesAt(), takeAll(queue, 500)]).toEqual([['b2'], 500, ['a2']]);
  });

  it('puts an item back in front', () => {
    const queue = queueOf(['a1', 'a2'], 1);
    expect(queue.take(0)).toEqual({ host: 'a', item: 'a1' });
    queue.putBack('a', 'a1');
    queue.finish('a', 0);
    expect(queue.take(0)?.item).toBe('a1');
  });

  it('gives out each of many items once', () => {
    const items = Array.from({ length: 5_000 }, (_, index) => `${String.fromCharCode(97 + (index % 7))}${index}`);
    const queue = queueOf(items, 5_000);
    expect(takeAll(queue, 0).sort()).toEqual([...items].sort());
  });

  it('reserves a turn beside the line, which the next item of the host keeps its distance from', () => {
    const queue = new HostQueue<string>({ perHost: 2, spacingMs: 100 });
    queue.add('a', 'one');
    expect([queue.reserve('a', 1_000), queue.reserve('a', 1_000)]).toEqual([1_000, 1_100]);
    expect(queue.take(1_100)).toBeNull();
    expect(queue.take(1_200)).toEqual({ host: 'a', item: 'one' });
  });

  it('reserves no turn before a pause is over', () => {
    const queue = new HostQueue<string>({ perHost: 2, spacingMs: 0 });
    queue.pauseUntil('a', 5_000);
    expect([queue.reserve('a', 1_000), queue.reserve('b', 1_000), queue.reserve('a', 6_000)]).toEqual([
      5_000, 1_000, 6_000,
    ]);
  });
});
