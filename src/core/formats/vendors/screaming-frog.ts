import type { ExportFormat, RoleNames } from '../export-format.ts';

/** What each generation calls a hyperlink in its `Type` column; everything else is a resource of the page. */
const HYPERLINKS = ['hyperlink', 'href', 'ahref'];

const LINK_ROLES = {
  source: 'Source',
  target: 'Destination',
  anchor: 'Anchor',
  altText: 'Alt Text',
  dofollow: 'Follow',
  resource: 'Type',
} as const satisfies RoleNames;

const TAB_REFUSAL =
  'This is a tab of a Screaming Frog crawl: it lists addresses of the crawled site or that it links to, and names no linking page. Use Bulk Export, “All Inlinks” or “All Outlinks”, of a crawl of the linking site instead.';

/** Screaming Frog's bulk link exports: mostly internal links and resources, of which only links between sites count. */
export const SCREAMING_FROG_FORMATS: readonly ExportFormat[] = [
  {
    id: 'screaming-frog-links',
    vendor: 'screaming-frog',
    title: 'Screaming Frog inlinks or outlinks',
    kind: 'links',
    header: [
      'Type',
      'Source',
      'Destination',
      'Size (Bytes)',
      'Alt Text',
      'Anchor',
      'Status Code',
      'Status',
      'Follow',
      'Target',
      'Rel',
      'Path Type',
      'Link Path',
      'Link Position',
      'Link Origin',
    ],
    required: ['Type', 'Source', 'Destination', 'Rel'],
    hyperlinks: HYPERLINKS,
    roles: { ...LINK_ROLES, rel: 'Rel' },
    metrics: ['Link Position', 'Link Origin', 'Status Code'],
  },
  {
    id: 'screaming-frog-links-2017',
    vendor: 'screaming-frog',
    title: 'Screaming Frog inlinks or outlinks, 2017 to 2019',
    kind: 'links',
    header: ['Type', 'Source', 'Destination', 'Size (Bytes)', 'Alt Text', 'Anchor', 'Status Code', 'Status', 'Follow'],
    optional: ['Size (Bytes)'],
    required: ['Type', 'Source', 'Destination', 'Follow'],
    hyperlinks: HYPERLINKS,
    roles: LINK_ROLES,
    metrics: ['Status Code'],
  },
  {
    id: 'screaming-frog-external',
    vendor: 'screaming-frog',
    title: 'Screaming Frog external tab',
    kind: 'refused',
    header: ['Address', 'Content Type', 'Status Code', 'Status', 'Crawl Depth', 'Inlinks'],
    required: ['Address', 'Content Type', 'Status Code'],
    roles: {},
    openHeader: true,
    refusal: TAB_REFUSAL,
  },
  {
    id: 'screaming-frog-links-tab',
    vendor: 'screaming-frog',
    title: 'Screaming Frog links tab',
    kind: 'refused',
    header: [
      'Address',
      'Indexability',
      'Indexability Status',
      'Crawl Depth',
      'Link Score',
      'Inlinks',
      'Unique Inlinks',
      'Unique JS Inlinks',
      '% of Total',
      'Outlinks',
      'Unique Outlinks',
      'Unique JS Outlinks',
      'External Outlinks',
      'Unique External Outlinks',
      'Unique External JS Outlinks',
    ],
    required: ['Address', 'Unique Inlinks'],
    openHeader: true,
    roles: {},
    refusal: TAB_REFUSAL,
  },
  {
    id: 'screaming-frog-link-metrics',
    vendor: 'screaming-frog',
    title: 'Screaming Frog link metrics tab',
    kind: 'refused',
    header: ['Address', 'Status Code', 'Title 1'],
    required: ['Address', 'Status Code', 'Title 1'],
    openHeader: true,
    roles: {},
    refusal: TAB_REFUSAL,
  },
];
