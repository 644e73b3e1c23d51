import { isHostOfSite, isPublicSuffix, parseHost, stripWww } from '../url/host-name.ts';
import { parentHost } from './covers.ts';
import type { LintContext } from './lint-context.ts';
import { isSharedPlatform } from './shared-platforms.ts';

/** Questions about a host that need both the project's knowledge and the built-in lists. */
export interface HostFacts {
  /** True when `domain:host` covers one of the project's own hosts, or is part of its site. */
  readonly isOwn: (host: string) => boolean;
  readonly isSuffix: (host: string) => boolean;
  /** True for a shared platform or a top-ranked site. */
  readonly isWellKnown: (host: string) => boolean;
  /** True when a `domain:` entry for the host could do harm, so that no repair may bring one into force unasked. */
  readonly isRisky: (host: string) => boolean;
}

/** Prepares the questions for one run over a file. */
export function createHostFacts(context: LintContext): HostFacts {
  const sites = readOwnHosts(context.ownHosts ?? []);
  const aboveSites = new Set(sites.flatMap(withParents));
  const isOwn = (host: string) => aboveSites.has(stripWww(host)) || sites.some((site) => isHostOfSite(host, site));
  const isWellKnown = (host: string) => isSharedPlatform(host) || context.isPopular?.(stripWww(host)) === true;
  const isKept = (host: string) => context.verdicts?.keptDomain(host) === true;
  return {
    isOwn,
    isSuffix: isPublicSuffix,
    isWellKnown,
    isRisky: (host) => isOwn(host) || isPublicSuffix(host) || isWellKnown(host) || isKept(host),
  };
}

/** A site's hosts as ASCII, `www.` dropped; what is no host is left out. */
function readOwnHosts(hosts: readonly string[]): string[] {
  return hosts
    .map(parseHost)
    .filter((host) => host !== null)
    .map(stripWww);
}

function withParents(site: string): string[] {
  const names: string[] = [];
  for (let name: string | null = site; name !== null; name = parentHost(name)) names.push(name);
  return names;
}
