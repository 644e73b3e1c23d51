import type { LookupFunction } from 'node:net';
import { describe, expect, it } from 'vitest';
import { describeFetchError } from '../../../src/engine/crawl/fetch-error.ts';
import { lookUpWithin } from '../../../src/engine/crawl/look-up.ts';

function ask(lookUp: LookupFunction): Promise<unknown> {
  return new Promise((resolve) => {
    lookUp('a.test', { all: true }, (error, found) => resolve(error ?? found));
  });
}

describe('lookUpWithin', () => {
  it('gives what the system answers', async () => {
    const answer = [{ address: '203.0.113.1', family: 4 }];
    expect(await ask(lookUpWithin(60_000, (_, __, callback) => callback(null, answer)))).toEqual(answer);
  });

  it('gives up on a name that nobody answers for, and hears no late answer', async () => {
    let late: () => void = () => undefined;
    let heard = 0;
    const lookUp = lookUpWithin(10, (_, __, callback) => {
      late = () => callback(null, []);
    });
    const error = await new Promise((resolve) => {
      lookUp('a.test', {}, (failure) => {
        heard++;
        resolve(failure);
      });
    });
    late();
    expect(heard).toBe(1);
    expect(describeFetchError(error)).toEqual({
      reason: 'dns-failure',
      evidence: 'no answer within 0.01 s to the look-up of a.test',
    });
  });
});
