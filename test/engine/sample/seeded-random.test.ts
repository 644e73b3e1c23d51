import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../src/engine/sample/seeded-random.ts';

describe('seededRandom', () => {
  it('gives the same numbers for the same seed and others for another', () => {
    expect(draw('oak')).toEqual(draw('oak'));
    expect(draw('oak')).not.toEqual(draw('ash'));
  });

  it('draws whole numbers from both ends of a range and nothing outside', () => {
    const random = seededRandom('range');
    const drawn = new Set(Array.from({ length: 200 }, () => random.between(3, 5)));
    expect(drawn).toEqual(new Set([3, 4, 5]));
  });

  it('keeps every item when it shuffles and refuses to pick from nothing', () => {
    const random = seededRandom('shuffle');
    expect(new Set(random.shuffled([1, 2, 3, 4]))).toEqual(new Set([1, 2, 3, 4]));
    expect(() => random.pick([])).toThrow(RangeError);
  });
});

function draw(seed: string): number[] {
  const random = seededRandom(seed);
  return [random.next(), random.next(), random.between(1, 1_000)];
}
