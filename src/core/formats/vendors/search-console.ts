import type { ExportFormat } from '../export-format.ts';

/**
 * “Last crawled” in the languages of the interface in which it was seen. No other tool calls a column so: beside a column of addresses
 * it makes a list one of Search Console's, whatever that column is called.
 */
export const LAST_CRAWLED_NAMES: ReadonlySet<string> = new Set([
  'last crawled',
  'zuletzt gecrawlt',
  'dernière exploration',
  'último rastreo',
  'último rastreamento',
  'ultima scansione',
  'laatst gecrawld',
  'последнее сканирование',
  'son tarama',
  'נסרק לאחרונה',
  '前回のクロール',
]);

/** The four columns of the performance report in the languages of the interface; the one before them is called after its rows. */
const PERFORMANCE_NAMES: readonly (readonly string[])[] = [
  ['Clicks', 'Impressions', 'CTR', 'Position'],
  ['Klicks', 'Impressionen', 'CTR', 'Position'],
  ['Clics', 'Impressions', 'CTR', 'Position'],
  ['Clics', 'Impresiones', 'CTR', 'Posición'],
  ['Clic', 'Impressioni', 'CTR', 'Posizione'],
  ['Cliques', 'Impressões', 'CTR', 'Posição'],
];

/**
 * Google Search Console, Links report. None of its lists names a target or an anchor; the property is in the file name at
 * best. Translated headers come from the interface's own wording and are backed by a rule on values in detect-by-values.ts.
 */
export const SEARCH_CONSOLE_FORMATS: readonly ExportFormat[] = [
  {
    id: 'gsc-latest-links',
    vendor: 'gsc',
    title: 'Search Console latest links',
    kind: 'links',
    header: ['Linking page', 'Last crawled'],
    translations: [
      ['דף מקשר', 'נסרק לאחרונה'],
      ['Página de enlace', 'Último rastreo'],
    ],
    required: ['Linking page', 'Last crawled'],
    wholeHeader: 'or-notes',
    roles: { source: 'Linking page', lastSeen: 'Last crawled' },
    spills: 'source',
  },
  {
    id: 'gsc-latest-links-2018',
    vendor: 'gsc',
    title: 'Webmaster Tools latest links, to 2018',
    kind: 'links',
    header: ['Links', 'First discovered'],
    required: ['Links', 'First discovered'],
    wholeHeader: 'or-notes',
    certainty: 0.7,
    roles: { source: 'Links', firstSeen: 'First discovered' },
    spills: 'source',
  },
  {
    id: 'gsc-more-sample-links',
    vendor: 'gsc',
    title: 'Search Console more sample links',
    kind: 'links',
    header: ['Linking page'],
    translations: [['דף מקשר'], ['Página de enlace']],
    required: ['Linking page'],
    wholeHeader: 'alone',
    roles: { source: 'Linking page' },
    spills: 'source',
  },
  {
    id: 'gsc-top-linking-sites',
    vendor: 'gsc',
    title: 'Search Console top linking sites',
    kind: 'domains',
    header: ['Site', 'Linking pages', 'Target pages'],
    translations: [
      ['אתר', 'דפים מקשרים', 'דפי יעד'],
      ['Domains', 'Links', 'Linked pages'],
    ],
    required: ['Site', 'Linking pages'],
    optional: ['Target pages'],
    wholeHeader: 'or-notes',
    roles: { domain: 'Site', links: 'Linking pages' },
    metrics: ['Target pages'],
  },
  {
    id: 'gsc-top-target-pages-external',
    vendor: 'gsc',
    title: 'Search Console top linked pages (external)',
    kind: 'refused',
    header: ['Target page', 'Incoming links', 'Linking sites'],
    translations: [['Your pages', 'Links', 'Source domains']],
    required: ['Target page', 'Incoming links'],
    optional: ['Linking sites'],
    wholeHeader: 'or-notes',
    roles: {},
    refusal:
      'This is Search Console’s “Top target pages” table of external links: it lists the site’s own pages with link counts and names no linking page. Export “Latest links” or “More sample links” instead.',
  },
  {
    id: 'gsc-top-target-pages',
    vendor: 'gsc',
    title: 'Search Console top linked pages (internal)',
    kind: 'refused',
    header: ['Target page', 'Internal links'],
    required: ['Target page', 'Internal links'],
    wholeHeader: 'or-notes',
    roles: {},
    refusal:
      'This is Search Console’s “Top target pages” table of internal links: it lists the site’s own pages and how often they link to each other, and holds no backlinks. Export “Latest links” or “More sample links” instead.',
  },
  {
    id: 'gsc-top-linking-text',
    vendor: 'gsc',
    title: 'Search Console top linking text',
    kind: 'refused',
    header: ['Rank', 'Link text'],
    translations: [
      ['Linking text', 'Count'],
      ['Top linking text', 'Links'],
    ],
    required: ['Rank', 'Link text'],
    wholeHeader: 'or-notes',
    roles: {},
    refusal:
      'This is Search Console’s “Top linking text” table: it ranks anchor texts and names no linking page. Export “Latest links” or “More sample links” instead.',
  },
  {
    id: 'gsc-performance',
    vendor: 'gsc',
    title: 'Search Console performance',
    kind: 'refused',
    header: [...new Set(PERFORMANCE_NAMES.flat())],
    required: [],
    signs: PERFORMANCE_NAMES,
    roles: {},
    refusal:
      'This is Search Console’s performance report: it lists the site’s own pages or its search terms and names no linking page. Export “Latest links” or “More sample links” of the Links report instead.',
  },
];
