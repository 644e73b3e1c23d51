import { describe, expect, it } from 'vitest';
import { restartDelayMs } from '../../src/main/restart-delay.ts';

describe('restartDelayMs', () => {
  it.each([
    ['the first crash', [0], 250],
    ['the second soon after', [0, 1000], 500],
    ['the fifth within a minute', [0, 1, 2, 3, 4], 4000],
    ['a crash after quiet minutes', [0, 1, 2, 3, 4, 200_000], 250],
  ])('waits after %s', (_, times, delayMs) => {
    expect(restartDelayMs(times)).toBe(delayMs);
  });

  it('gives up at the sixth crash within a minute', () => {
    expect(restartDelayMs([0, 1, 2, 3, 4, 5])).toBeNull();
  });
});
