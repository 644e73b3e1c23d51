/**
 * What exports really carry and naive readers trip over: an address with blanks, one of three hundred characters, and
 * anchors that are formulas, markup, emoji or run from right to left. Every tool sees all of them.
 */
import type { SampleLink, SamplePage } from '../../src/engine/sample/sample-data.ts';
import type { PlannedHost } from './build-web.ts';
import { HOSTILE_ANCHORS } from './client-site.ts';

const TARGET = 'https://www.hollow-oak-kitchens.example/';
const BRAND_LINK: SampleLink = { target: TARGET, anchor: 'Hollow Oak Kitchens', kind: 'brand' };

const ADDED_PAGES: Readonly<Record<string, readonly SamplePage[]>> = {
  'studio-marchetti.example': [
    {
      path: '/Case%20Studies/Mill%20House%20Kitchen,%20Phase%202',
      title: 'Mill House Kitchen, Phase 2',
      links: [BRAND_LINK],
    },
  ],
  'content-galaxy-24.example': [
    {
      path: `/tag/${'handmade-oak-kitchen-with-dovetail-drawers-and-a-larder-'.repeat(5)}page/2/?orderby=date&order=desc`,
      title: 'Tag: handmade oak kitchen',
      links: [BRAND_LINK],
    },
  ],
  'dig-this-story.example': HOSTILE_ANCHORS.map((anchor, index) => ({
    path: `/story/${4_180 + index}`,
    title: `Story number ${4_180 + index}`,
    links: [{ target: TARGET, anchor, kind: 'hostile' }],
  })),
};

/** Adds the pages to hosts that are there anyway. */
export function addHostilePages(planned: readonly PlannedHost[]): PlannedHost[] {
  return planned.map((entry) => {
    const added = ADDED_PAGES[entry.host.host];
    if (added === undefined) return entry;
    const pages = [...entry.host.pages, ...added];
    return { kind: entry.kind, rating: entry.rating, host: { ...entry.host, pages } };
  });
}

/** True for the pages of this file. */
export function isHostilePage(page: SamplePage): boolean {
  return Object.values(ADDED_PAGES).some((pages) => pages.includes(page));
}
