/** Search Console's three link lists, with the header, line ends and missing last newline of the real ones. */
import { stringify } from 'csv-stringify/sync';
import { registrableDomain } from '../../src/core/url/host-name.ts';
import { seededRandom } from '../../src/engine/sample/seeded-random.ts';
import type { PageSighting } from './sightings.ts';

export function printLatestLinks(sightings: readonly PageSighting[]): string {
  const newest = [...sightings].sort(
    (a, b) => b.lastSeen.localeCompare(a.lastSeen) || a.source.localeCompare(b.source),
  );
  return stringify([['Linking page', 'Last crawled'], ...newest.map(({ source, lastSeen }) => [source, lastSeen])]);
}

export function printSampleLinks(sightings: readonly PageSighting[]): string {
  const pages = sightings.map(({ source }) => [source]);
  return stringify([['Linking page'], ...pages]).trimEnd();
}

/** One row per registrable domain. Google knows a few sites of which it lists no page. */
export function printLinkingSites(sightings: readonly PageSighting[]): string {
  const sites = new Map<string, { pages: number; targets: Set<string> }>();
  for (const { planned, page } of sightings) {
    const site = registrableDomain(planned.host.host);
    const counts = sites.get(site) ?? { pages: 0, targets: new Set<string>() };
    counts.pages += 1;
    for (const link of page.links) counts.targets.add(link.target);
    sites.set(site, counts);
  }
  for (const unseen of UNSEEN_SITES) sites.set(unseen, { pages: 1, targets: new Set(['/']) });
  const rows = [...sites].sort(([a, left], [b, right]) => right.pages - left.pages || a.localeCompare(b));
  return stringify([
    ['Site', 'Linking pages', 'Target pages'],
    ...rows.map(([site, { pages, targets }]) => [site, pages, targets.size]),
  ]);
}

/** The lists show samples: two overlapping draws from all the pages Google knows. */
export function drawLists(sightings: readonly PageSighting[]): { latest: PageSighting[]; sample: PageSighting[] } {
  const random = seededRandom('search console lists');
  const latest: PageSighting[] = [];
  const sample: PageSighting[] = [];
  for (const sighting of sightings) {
    const inSample = random.chance(0.42);
    if (inSample) sample.push(sighting);
    if (!inSample || random.chance(0.72)) latest.push(sighting);
  }
  return { latest, sample: random.shuffled(sample) };
}

export const UNSEEN_SITES = [
  'quilt-and-kettle.example',
  'the-tin-tabernacle.example',
  'best-links-4099.example',
  'allotment-society-ostrey.example',
];
