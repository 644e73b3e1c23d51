import type { ExportFormat } from '../export-format.ts';

/** Files known by their values rather than their columns. */
export const URL_LIST: ExportFormat = {
  id: 'url-list',
  vendor: 'other',
  title: 'List of addresses',
  kind: 'links',
  header: [],
  required: [],
  roles: {},
  spills: 'source',
};

/** Mostly a list of spam, or of good sites: taken for referring domains it would flood a project. Read when asked for by its id. */
export const DOMAIN_LIST: ExportFormat = {
  id: 'domain-list',
  vendor: 'other',
  title: 'List of domains',
  kind: 'domains',
  header: [],
  required: [],
  roles: {},
  refusal:
    'This is a list of bare domains: it does not say that they link to the client. Add it with “anchorage lists add”; if they are the client’s referring domains, import it with “--format domain-list”.',
};

/** Any table whose columns were told by their names, their values or the user. */
export const GENERIC_LINKS: ExportFormat = {
  id: 'generic-csv',
  vendor: 'other',
  title: 'Table of links',
  kind: 'links',
  header: [],
  required: [],
  roles: {},
};

export const GENERIC_DOMAINS: ExportFormat = {
  id: 'generic-domains',
  vendor: 'other',
  title: 'Table of domains',
  kind: 'domains',
  header: [],
  required: [],
  roles: {},
};

export const DISAVOW_FILE: ExportFormat = {
  id: 'disavow-file',
  vendor: 'other',
  title: 'Disavow file',
  kind: 'refused',
  header: [],
  required: [],
  roles: {},
  refusal:
    'This is a disavow file, not a list of backlinks. Open it on the Disavow screen, or with “anchorage disavow import”.',
};

const RANK_LIST_REFUSAL =
  'This is a ranking of domains, not a list of links. Add it with “anchorage lists add … --kind rank”.';

/** Ranked domains without column names: Tranco, Umbrella, the former Alexa list. */
export const RANK_LIST: ExportFormat = {
  id: 'rank-list',
  vendor: 'other',
  title: 'Ranking of domains',
  kind: 'refused',
  header: [],
  required: [],
  roles: {},
  refusal: RANK_LIST_REFUSAL,
};

/** Formats whose rows are domains in the order of a rank. */
export const RANKING_IDS: ReadonlySet<string> = new Set([
  RANK_LIST.id,
  'majestic-million',
  'moz-top-500',
  'open-page-rank',
  'common-crawl-ranks',
]);

const SIGNS_OF_SEARCH_TERMS: readonly (readonly string[])[] = [
  ['Keyword', 'Volume'],
  ['Keyword', 'Search Volume'],
  ['Keyword', 'Position'],
  ['Keyword', 'Current position'],
  ['Keyword', 'KD'],
  ['Keyword', 'Keyword Difficulty'],
];

/** Rankings, block lists and search terms that bear column names; taken for referring domains or links they would flood a project. */
export const NAMED_LIST_FORMATS: readonly ExportFormat[] = [
  {
    id: 'majestic-million',
    vendor: 'majestic',
    title: 'Majestic Million',
    kind: 'refused',
    header: [
      'GlobalRank',
      'TldRank',
      'Domain',
      'TLD',
      'RefSubNets',
      'RefIPs',
      'IDN_Domain',
      'IDN_TLD',
      'PrevGlobalRank',
      'PrevTldRank',
      'PrevRefSubNets',
      'PrevRefIPs',
    ],
    required: ['GlobalRank', 'Domain'],
    roles: {},
    refusal: RANK_LIST_REFUSAL,
  },
  {
    id: 'moz-top-500',
    vendor: 'moz',
    title: 'Moz Top 500',
    kind: 'refused',
    header: ['Rank', 'Root Domain', 'Linking Root Domains', 'Domain Authority'],
    required: ['Rank', 'Root Domain'],
    wholeHeader: 'or-notes',
    roles: {},
    refusal: RANK_LIST_REFUSAL,
  },
  {
    id: 'open-page-rank',
    vendor: 'other',
    title: 'Open PageRank top domains',
    kind: 'refused',
    header: ['Rank', 'Domain', 'Open Page Rank'],
    required: ['Rank', 'Open Page Rank'],
    wholeHeader: 'or-notes',
    roles: {},
    refusal: RANK_LIST_REFUSAL,
  },
  {
    id: 'common-crawl-ranks',
    vendor: 'other',
    title: 'Common Crawl domain ranks',
    kind: 'refused',
    header: ['#harmonicc_pos', '#harmonicc_val', '#pr_pos', '#pr_val', '#host_rev', '#n_hosts'],
    optional: ['#n_hosts'],
    required: ['#harmonicc_pos', '#host_rev'],
    roles: {},
    refusal: RANK_LIST_REFUSAL,
  },
  {
    id: 'search-terms',
    vendor: 'other',
    title: 'Table of search terms',
    kind: 'refused',
    header: [...new Set(SIGNS_OF_SEARCH_TERMS.flat())],
    required: [],
    signs: SIGNS_OF_SEARCH_TERMS,
    roles: {},
    refusal:
      'This is a table of search terms: it lists what the site’s own pages are found for and names no linking page. Export the list of backlinks instead.',
  },
  {
    id: 'open-disavow',
    vendor: 'other',
    title: 'OpenDisavow list',
    kind: 'refused',
    header: ['domain', 'category', 'evidence', 'source', 'risk_score', 'first_seen', 'last_seen', 'geo', 'notes'],
    required: ['domain', 'risk_score', 'evidence'],
    roles: {},
    refusal: 'This is a shared list of domains, not a list of links. Add it with “anchorage lists add … --kind spam”.',
  },
];

/** A table that no rule could read. Its refusal is written for the file at hand. */
export const UNKNOWN_FILE: ExportFormat = {
  id: 'unknown',
  vendor: 'other',
  title: 'Unknown file',
  kind: 'refused',
  header: [],
  required: [],
  roles: {},
};
