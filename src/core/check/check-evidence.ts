import { chainFacts } from './chain-facts.ts';
import { SEARCH_LIMITS, type SearchValue } from './counts-for-search.ts';
import type { RedirectHop } from './fetch-outcome.ts';
import type { PageVerdict } from './page-verdict.ts';

/**
 * What a look at a link observed, as one sentence fragment for its history: what was seen, how the page was reached, and
 * whether a link that is there counts for search.
 *
 * @example 'one link to the site; after 2 redirects, from https to http; weakened: the link is marked as sponsored'
 */
export function checkEvidence(
  verdict: Pick<PageVerdict, 'evidence'>,
  search: SearchValue | null,
  chain: readonly RedirectHop[],
): string {
  return [verdict.evidence, ...chainWords(chain), ...searchWords(search)].join('; ');
}

function chainWords(chain: readonly RedirectHop[]): string[] {
  const { hops, losesEncryption, leavesDomain } = chainFacts(chain);
  if (hops === 0) return [];
  const notes = [losesEncryption ? ', from https to http' : '', leavesDomain ? ', to another domain' : ''];
  return [`after ${hops === 1 ? 'one redirect' : `${hops} redirects`}${notes.join('')}`];
}

function searchWords(search: SearchValue | null): string[] {
  if (search === null || search.limits.length === 0) return [];
  const limits = search.limits.map((limit) => SEARCH_LIMITS[limit]).join(', ');
  return [`${search.value === 'blocked' ? 'does not count for search' : 'weakened'}: ${limits}`];
}
