import { describe, expect, it } from 'vitest';
import { createPageKeys, hashKey } from '../../../src/engine/db/page-keys.ts';

describe('createPageKeys', () => {
  it('finds every key again however many there are', () => {
    const keys = createPageKeys();
    const stored = [''];
    for (let id = 1; id <= 100_000; id += 1) {
      const key = `site-${id % 977}.example/${id}`;
      expect(keys.find(hashKey(key), (candidate) => stored[candidate] === key)).toBeNull();
      keys.addLast(id);
      stored.push(key);
    }
    const wrong = stored.slice(1).filter((key, at) => keys.find(hashKey(key), (id) => stored[id] === key) !== at + 1);
    expect(wrong).toEqual([]);
    expect(keys.find(hashKey('site-1.example/0'), (id) => stored[id] === 'site-1.example/0')).toBeNull();
  });

  it('takes a candidate only when the stored key says so', () => {
    const keys = createPageKeys();
    keys.find(hashKey('a.example/'), () => false);
    keys.addLast(1);
    expect(keys.find(hashKey('a.example/'), () => false)).toBeNull();
    keys.addLast(2);
    expect(keys.find(hashKey('a.example/'), (id) => id === 2)).toBe(2);
  });
});
