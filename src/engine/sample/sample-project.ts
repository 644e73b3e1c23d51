/** The fictional client of the bundled sample. Every host lies under the reserved `.example`, so no real site is asked. */
import type { ProjectSettings } from '../../contract/project.ts';

export const SAMPLE_SITE_NAME = 'Hollow Oak Kitchens';

/** What a consultant would have typed into the new-project form. The second site is the name before the rebranding. */
const settings: ProjectSettings = {
  name: SAMPLE_SITE_NAME,
  sites: ['hollow-oak-kitchens.example', 'hollowoak-joinery.example'],
  brandWords: ['hollow oak', 'hollowoak', 'hollow oak kitchens', 'hollow oak joinery'],
  moneyWords: [
    'oak kitchens',
    'bespoke kitchens',
    'handmade kitchens',
    'solid wood kitchens',
    'shaker kitchens',
    'oak worktops',
    'kitchen makers',
    'fitted kitchens',
  ],
  languages: ['en'],
  countries: ['gb'],
};

/** The sample's project and the names of its files in resources/sample, exports in the order of import. */
export const sampleProject = {
  fileName: 'hollow-oak-kitchens.anchorage',
  settings,
  exports: [
    'https___www.hollow-oak-kitchens.example_-Latest links-2026-11-02.csv',
    'https___www.hollow-oak-kitchens.example_-More sample links-2026-11-02.csv',
    'https___www.hollow-oak-kitchens.example_-Top linking sites-2026-11-02.csv',
    'hollow-oak-kitchens.example-backlinks-subdomains_2026-11-03_09-12-44.csv',
    'hollow-oak-kitchens.example-backlinks.csv',
  ],
  oldDisavowFile: 'disavow-2024.txt',
} as const;

/** How long the `slow` pages keep a reader waiting. */
export const SAMPLE_SLOW_ANSWER_MS = 3_000;
