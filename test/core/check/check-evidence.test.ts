import { describe, expect, it } from 'vitest';
import { checkEvidence } from '../../../src/core/check/check-evidence.ts';
import type { SearchValue } from '../../../src/core/check/counts-for-search.ts';
import type { RedirectHop } from '../../../src/core/check/fetch-outcome.ts';

const SEEN = { evidence: 'one link to the site' };

function hop(url: string, to: string): RedirectHop {
  return { url, to, status: 301, via: 'location' };
}

describe('checkEvidence', () => {
  it.each<[string, SearchValue | null, RedirectHop[], string]>([
    ['a link that counts', { value: 'counts', limits: [] }, [], 'one link to the site'],
    ['nothing to weigh', null, [], 'one link to the site'],
    [
      'a plain redirect',
      null,
      [hop('https://a.example/', 'https://a.example/b')],
      'one link to the site; after one redirect',
    ],
    [
      'a chain that leaves https and the domain',
      null,
      [hop('https://a.example/', 'http://a.example/'), hop('http://a.example/', 'http://b.example/')],
      'one link to the site; after 2 redirects, from https to http, to another domain',
    ],
    [
      'a hint',
      { value: 'weakened', limits: ['sponsored'] },
      [],
      'one link to the site; weakened: the link is marked as sponsored',
    ],
    [
      'a page Google does not follow',
      { value: 'blocked', limits: ['page-nofollow'] },
      [],
      'one link to the site; does not count for search: the page tells Googlebot to follow none of its links',
    ],
  ])('%s', (_, search, chain, expected) => {
    expect(checkEvidence(SEEN, search, chain)).toBe(expected);
  });
});
