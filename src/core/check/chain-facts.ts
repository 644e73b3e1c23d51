import { registrableDomain } from '../url/host-name.ts';
import type { RedirectHop } from './fetch-outcome.ts';

/** What is worth saying of a redirect chain. */
export interface ChainFacts {
  readonly hops: number;
  /** True where a hop gives up https for http. */
  readonly losesEncryption: boolean;
  /** True where a hop leaves the registrable domain. */
  readonly leavesDomain: boolean;
  /** True where every hop says the page moved for good (301, 308). */
  readonly isPermanent: boolean;
}

/** Sums up the hops of a page's redirects; all false for a page that answered itself. */
export function chainFacts(chain: readonly RedirectHop[]): ChainFacts {
  const steps = chain.map((hop) => ({ from: URL.parse(hop.url), to: URL.parse(hop.to) }));
  return {
    hops: chain.length,
    losesEncryption: steps.some(({ from, to }) => from?.protocol === 'https:' && to?.protocol === 'http:'),
    leavesDomain: steps.some(
      ({ from, to }) => registrableDomain(from?.hostname ?? '') !== registrableDomain(to?.hostname ?? ''),
    ),
    isPermanent:
      chain.length > 0 && chain.every((hop) => hop.via === 'location' && (hop.status === 301 || hop.status === 308)),
  };
}
