import { describe, expect, it } from 'vitest';
import { chainFacts } from '../../../src/core/check/chain-facts.ts';
import type { RedirectHop } from '../../../src/core/check/fetch-outcome.ts';

function hop(url: string, to: string, status = 301, via: RedirectHop['via'] = 'location'): RedirectHop {
  return { url, to, status, via };
}

describe('chainFacts', () => {
  it.each<[string, RedirectHop[], object]>([
    ['no hop', [], { hops: 0, losesEncryption: false, leavesDomain: false, isPermanent: false }],
    [
      'http to https and www',
      [hop('http://a.test/', 'https://www.a.test/')],
      { hops: 1, losesEncryption: false, leavesDomain: false, isPermanent: true },
    ],
    [
      'https to http of another domain',
      [hop('https://a.test/', 'https://a.test/x', 302), hop('https://a.test/x', 'http://b.test/')],
      { hops: 2, losesEncryption: true, leavesDomain: true, isPermanent: false },
    ],
    [
      'a refresh',
      [hop('https://a.test/', 'https://a.test/x', 200, 'meta-refresh')],
      { hops: 1, losesEncryption: false, leavesDomain: false, isPermanent: false },
    ],
  ])('%s', (_name, chain, facts) => {
    expect(chainFacts(chain)).toEqual(facts);
  });
});
