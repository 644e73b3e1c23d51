/** What a correct import of the written exports must find: computed from the sightings by the project's own URL identity. */
import { isHostOfSite } from '../../src/core/url/host-name.ts';
import { identifyUrl } from '../../src/core/url/url-identity.ts';
import type { SampleBehaviour, SampleFacts } from '../../src/engine/sample/sample-data.ts';
import { sampleProject } from '../../src/engine/sample/sample-project.ts';
import { UNSEEN_SITES } from './search-console-export.ts';
import { OTHER_SITE_ROWS } from './semrush-export.ts';
import type { LinkSighting, PageSighting } from './sightings.ts';

export function computeFacts(
  pages: readonly PageSighting[],
  links: readonly LinkSighting[],
  rows: Readonly<Record<string, number>>,
): SampleFacts {
  const targetsBySource = new Map<string, Set<string>>();
  const behaviours = new Map<string, SampleBehaviour>();
  const domains = new Set<string>();
  for (const sighting of [...pages, ...links]) {
    const source = identityOf(sighting.source);
    behaviours.set(source.key, sighting.page.behaviour ?? 'live');
    domains.add(source.domain);
    const targets = targetsBySource.get(source.key) ?? new Set<string>();
    targetsBySource.set(source.key, targets);
    if (isLinkSighting(sighting)) targets.add(clientKey(sighting.target));
  }
  const byBehaviour: Partial<Record<SampleBehaviour, number>> = {};
  let backlinks = 0;
  let withoutTarget = 0;
  for (const [source, targets] of targetsBySource) {
    const behaviour = behaviours.get(source) ?? 'live';
    const count = Math.max(1, targets.size);
    if (targets.size === 0) withoutTarget += 1;
    backlinks += count;
    byBehaviour[behaviour] = (byBehaviour[behaviour] ?? 0) + count;
  }
  return {
    backlinks,
    pages: targetsBySource.size,
    linkingDomains: domains.size,
    domains: domains.size + UNSEEN_SITES.length,
    rows,
    otherSiteRows: OTHER_SITE_ROWS.length,
    backlinksWithoutTarget: withoutTarget,
    backlinksByBehaviour: Object.fromEntries(Object.entries(byBehaviour).sort(([a], [b]) => a.localeCompare(b))),
  };
}

function isLinkSighting(sighting: PageSighting): sighting is LinkSighting {
  return 'target' in sighting;
}

function identityOf(address: string): { key: string; domain: string } {
  const identity = identifyUrl(address);
  if (identity === null) throw new Error(`The sample spells an address nobody can read: ${address}`);
  return identity;
}

function clientKey(target: string): string {
  const identity = identifyUrl(target);
  if (identity === null || !sampleProject.settings.sites.some((site) => isHostOfSite(identity.host, site))) {
    throw new Error(`The sample links to a site that is not the client's: ${target}`);
  }
  return identity.key;
}
