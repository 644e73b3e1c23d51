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

/**
 * Names by any set of which a tab of the main window is told: dozens of tabs differ in the rest of their columns. Names with
 * a number behind them stay English in every language of the interface.
 */
const SIGNS_OF_A_TAB: readonly (readonly string[])[] = [
  ['Address', 'Indexability'],
  ['Adresse', 'Indexabilité'],
  ['Adresse', 'Indexierbarkeit'],
  ['Dirección', 'Indexabilidad'],
  ['Indirizzo', 'Indicizzabilità'],
  ['Endereço', 'Indexabilidade'],
  ['Address', 'Status Code', 'Status'],
  ['Address', 'Status Code', 'Title 1'],
  ['Address', 'Occurrences'],
  ['Address', 'PSI Status'],
  ['Address', 'Unique Inlinks'],
  ['Title 1', 'H1-1'],
  ['Title 1', 'Meta Description 1'],
  ['H1-1', 'H2-1'],
];

/**
 * Screaming Frog's link exports, mostly internal links and resources, of which only links between sites count. The lists below the
 * main window name the same columns otherwise. In the report on redirects a page links to an address that is redirected.
 */
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
    translations: [
      [
        'Type',
        'From',
        'To',
        'Size',
        'Alt Text',
        'Anchor Text',
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
    id: 'screaming-frog-redirects',
    vendor: 'screaming-frog',
    title: 'Screaming Frog redirects report',
    kind: 'links',
    header: [
      'Chain Type',
      'Number of Redirects',
      'Loop',
      'Source',
      'Temp Redirect in Chain',
      'Address',
      'Final Address',
      'Final Indexability',
      'Final Indexability Status',
      'Final Content',
      'Final Status Code',
      'Final Status',
      'Alt Text',
      'Anchor Text',
      'Link Path',
      'Link Position',
    ],
    translations: [
      [
        'Chain Type',
        'Number of Redirects',
        'Redirect Loop',
        'Source',
        'Temp Redirect In Chain',
        'Address',
        'Final Address',
        'Indexability',
        'Indexability Status',
        'Final Content',
        'Final Status Code',
        'Final Status',
      ],
    ],
    required: ['Chain Type', 'Source', 'Address', 'Final Address'],
    openHeader: true,
    roles: { source: 'Source', target: 'Address', anchor: 'Anchor Text', altText: 'Alt Text' },
    metrics: ['Chain Type', 'Number of Redirects', 'Final Address', 'Final Status Code', 'Link Position'],
  },
  {
    id: 'screaming-frog-tab',
    vendor: 'screaming-frog',
    title: 'tab of a Screaming Frog crawl',
    kind: 'refused',
    header: [...new Set(SIGNS_OF_A_TAB.flat())],
    required: [],
    signs: SIGNS_OF_A_TAB,
    roles: {},
    refusal:
      'This is a tab of a Screaming Frog crawl: it lists addresses of the crawled site or that it links to, and names no linking page. Use Bulk Export, “All Inlinks” or “All Outlinks”, of a crawl of the linking site instead.',
  },
];
