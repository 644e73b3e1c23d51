import type { TextValue } from '../../core/filter/filter.ts';
import type { FilterTable } from '../../core/filter/filter-keys.ts';
import { VENDORS, vendorBit } from '../../core/model/vendor.ts';
import { METRIC_SPELLINGS, type MetricKey } from '../../core/quality/vendor-metrics.ts';
import { parseHost, registrableDomain } from '../../core/url/host-name.ts';
import { CONTAINS, CONTAINS_URL, type FilterColumn, LOWER, otherColumn, ownColumn } from './filter-column.ts';
import { CHECK_LOOK_COLUMNS, LINK_LOOK_COLUMNS } from './look-columns.ts';
import { sightingsOf } from './sighting-id.ts';
import { fragment, joinFragments, type SqlFragment } from './sql-fragment.ts';
import { isLowerText } from './text-conditions.ts';

/**
 * What every filter key means in SQL, in the names of the FROM clauses of the table queries: `b` is the backlink, `d` the
 * domain, `a` an anchor, `t` a target, `c` and `pc` a link's and a page's check, `p` the checked page, `i` an import. Keys of
 * links name `b` alone and reach other tables by subqueries, so that links are counted without joins (3 ms instead of 980 ms
 * for `risk>=60` over a million).
 */

const ofPage = (value: string, extra = {}) => otherColumn('b.page_id', 'SELECT page.id FROM page', value, extra);
const ofDomain = (value: string, extra = {}) =>
  otherColumn('b.domain_id', 'SELECT domain.id FROM domain', value, extra);

/** A sighting `s` is of an import `o`. */
const OF_IMPORT = sightingsOf('o.id');

/**
 * A metric that any import gives the link or its domain, found by its place in the lists of each import that has it. A number written
 * as text counts; other text ("n/a") is no value, although SQLite would rank it above every number.
 */
function metric(key: MetricKey): FilterColumn {
  const spellings = METRIC_SPELLINGS[key].map((spelling) => `'${spelling}'`).join(', ');
  const places = `import o CROSS JOIN json_each(o.metrics) n ON n.value IN (${spellings})`;
  const given = 's.metrics ->> n.key';
  const number = `CASE WHEN ${given} GLOB '[0-9]*' THEN CAST(${given} AS REAL) END`;
  const value = `iif(typeof(${given}) = 'text', ${number}, ${given})`;
  const ofLink = otherColumn(
    'b.id',
    `SELECT s.backlink_id FROM ${places} CROSS JOIN sighting_row s ON ${OF_IMPORT}`,
    value,
  );
  const ofDomain = otherColumn(
    'b.domain_id',
    `SELECT s.domain_id FROM ${places} CROSS JOIN domain_sighting s ON s.import_id = o.id`,
    value,
  );
  return {
    ...ofLink,
    scope: (condition) => joinFragments('OR', [ofLink.scope(condition), ofDomain.scope(condition)]),
    present: `${ofLink.present} OR ${ofDomain.present}`,
    missing: `NOT (${ofLink.present} OR ${ofDomain.present})`,
  };
}

/** Links that were checked after the last import of all need no look at their sightings. */
const IMPORTED_SINCE = `(CASE WHEN b.checked_at >= (SELECT max(imported_at) FROM import) THEN 0
  ELSE b.checked_at < (SELECT max(i.imported_at) FROM sighting s JOIN import i ON i.id = s.import_id WHERE s.backlink_id = b.id) END)`;

const LINK_COLUMNS: Readonly<Record<string, FilterColumn>> = {
  url: ofPage('page.url', CONTAINS_URL),
  domain: ofDomain('domain.name', { text: isDomain }),
  host: ofPage('page.host', { text: isHost }),
  tld: ofDomain('domain.suffix', { text: isSuffix }),
  title: ofPage('page.title', CONTAINS),
  language: ofPage('page.language'),
  target: otherColumn('b.target_id', 'SELECT target.id FROM target', "nullif(target.url, '')", {
    ...CONTAINS_URL,
    present: 'b.target_id <> 0',
  }),
  anchor: ownColumn('b.anchor', { ...CONTAINS, present: "b.anchor <> ''", missing: 'b.anchor IS NULL' }),
  anchorclass: ownColumn('b.anchor_class', { present: "b.anchor_class <> 'unknown'" }),
  linktype: ownColumn('b.link_type'),
  rel: ownColumn('b.rel', { words: hasRel, present: 'b.followed = 0', missing: 'b.followed IS NULL' }),
  followed: ownColumn('b.followed'),
  placement: ownColumn('b.placement', { present: "b.placement <> 'unknown'" }),
  state: ownColumn('b.state', { present: "b.state <> 'unchecked'" }),
  reason: ownColumn('b.reason'),
  status: ownColumn('b.http_status'),
  checked: ownColumn('b.checked_at'),
  certain: ownColumn('b.certain_state'),
  certaindate: ownColumn('b.certain_at'),
  reimported: ownColumn(IMPORTED_SINCE),
  ...LINK_LOOK_COLUMNS,
  indexable: ofPage('page.indexable'),
  noindex: ofPage('(1 - page.indexable)'),
  canonical: ofPage('page.canonical', CONTAINS_URL),
  externallinks: ofPage('page.external_links'),
  quality: ownColumn('b.quality'),
  risk: ownColumn('b.risk'),
  signal: otherColumn('b.id', 'SELECT signal.backlink_id FROM signal', 'signal.signal_id'),
  signals: ownColumn('b.risk_signals'),
  verdict: ownColumn('b.verdict', { present: "b.verdict <> 'none'" }),
  disavowed: ownColumn("(b.verdict IN ('disavow-domain', 'disavow-url'))"),
  note: ownColumn('b.note', { ...CONTAINS, present: "b.note <> ''" }),
  source: ownColumn('b.sources', { words: hasVendor, present: 'b.sources <> 0' }),
  sources: ownColumn('b.source_count'),
  import: otherColumn('b.id', `SELECT s.backlink_id FROM import o CROSS JOIN sighting_row s ON ${OF_IMPORT}`, 'o.id'),
  firstseen: ownColumn('b.first_seen'),
  lastseen: ownColumn('b.last_seen'),
  lost: ownColumn('b.lost_at'),
  dr: metric('ahrefsDomainRating'),
  ur: metric('ahrefsUrlRating'),
  as: metric('semrushAuthority'),
  tf: metric('majesticTrustFlow'),
  cf: metric('majesticCitationFlow'),
  da: metric('mozDomainAuthority'),
  pa: metric('mozPageAuthority'),
  spamscore: metric('mozSpamScore'),
};

const DOMAIN_COLUMNS: Readonly<Record<string, FilterColumn>> = {
  domain: ownColumn('d.name', { text: isDomain }),
  tld: ownColumn('d.suffix', { text: isSuffix }),
  links: ownColumn('d.links'),
  pages: ownColumn('d.pages'),
  live: ownColumn('d.live'),
  gone: ownColumn('d.gone'),
  unknown: ownColumn('d.unknown'),
  followed: ownColumn('d.followed'),
  quality: ownColumn('d.quality'),
  risk: ownColumn('d.risk'),
  signal: otherColumn(
    'd.id',
    'SELECT backlink.domain_id FROM signal JOIN backlink ON backlink.id = signal.backlink_id',
    'signal.signal_id',
  ),
  suggestion: ownColumn('d.suggestion', { present: "d.suggestion <> 'none'" }),
  verdict: ownColumn('d.verdict', { present: "d.verdict <> 'none'" }),
  disavowed: ownColumn("(d.verdict IN ('disavow-domain', 'disavow-url'))"),
  note: ownColumn('d.note', { ...CONTAINS, present: "d.note <> ''" }),
  source: ownColumn('d.sources', { words: hasVendor, present: 'd.sources <> 0' }),
  sources: ownColumn(`(${VENDORS.map((vendor) => `((d.sources & ${vendorBit(vendor)}) <> 0)`).join(' + ')})`),
  rank: ownColumn('d.rank'),
  firstseen: ownColumn('d.first_seen'),
  lastseen: ownColumn('d.last_seen'),
};

/** The counts that the tables of anchors and targets share. */
function countColumns(alias: 'a' | 't'): Record<string, FilterColumn> {
  const names = ['links', 'domains', 'followed', 'live'];
  return Object.fromEntries(names.map((name) => [name, ownColumn(`${alias}.${name}`)]));
}

/** The meaning of every key of every table; test/engine/db/filter-columns.test.ts holds them against the key table. */
export const FILTER_COLUMNS: Readonly<Record<FilterTable, Readonly<Record<string, FilterColumn>>>> = {
  links: LINK_COLUMNS,
  domains: DOMAIN_COLUMNS,
  anchors: {
    anchor: ownColumn('a.anchor', { ...CONTAINS, present: "a.anchor <> ''", missing: 'a.anchor IS NULL' }),
    anchorclass: ownColumn('a.anchor_class', { present: "a.anchor_class <> 'unknown'" }),
    ...countColumns('a'),
    risk: ownColumn('a.risk'),
  },
  targets: { target: ownColumn('t.url', { ...CONTAINS_URL, present: 't.id <> 0' }), ...countColumns('t') },
  imports: {
    file: ownColumn('i.file_name', CONTAINS),
    format: ownColumn('i.format', LOWER),
    source: ownColumn('i.vendor'),
    state: ownColumn('i.state'),
    imported: ownColumn('i.imported_at'),
    rows: ownColumn('i.rows'),
    accepted: ownColumn('i.accepted'),
    duplicates: ownColumn('i.duplicates'),
    rejected: ownColumn('i.rejected'),
  },
  checks: {
    url: ownColumn('p.url', CONTAINS_URL),
    state: ownColumn('c.state'),
    reason: ownColumn('c.reason'),
    status: ownColumn('pc.http_status'),
    checked: ownColumn('pc.checked_at'),
    ...CHECK_LOOK_COLUMNS,
    domain: ownColumn('d.name', { text: isDomain }),
    title: ownColumn('pc.title', CONTAINS),
    canonical: ownColumn('pc.canonical', CONTAINS_URL),
    indexable: ownColumn('pc.indexable'),
    externallinks: ownColumn('pc.external_links'),
    evidence: ownColumn('c.evidence', CONTAINS),
    job: ownColumn('pc.job_id'),
  },
};

/** A domain as typed or pasted: `https://www.a.example/` means a.example. */
function isDomain(value: string, text: TextValue): SqlFragment {
  return isLowerText(value, asHost(text, registrableDomain));
}

function isHost(value: string, text: TextValue): SqlFragment {
  return isLowerText(
    value,
    asHost(text, (host) => host),
  );
}

function asHost(text: TextValue, nameOf: (host: string) => string): TextValue {
  const [only = ''] = text.parts;
  const host = text.parts.length === 1 ? parseHost(only) : null;
  return host === null ? text : { kind: 'text', parts: [nameOf(host)] };
}

/** `uk` and `.uk` mean every suffix below it too: `co.uk`. */
function isSuffix(value: string, { parts }: TextValue): SqlFragment {
  const [first = '', ...rest] = parts;
  const bare: TextValue = { kind: 'text', parts: [first.replace(/^\./, ''), ...rest] };
  if (rest.length > 0) return isLowerText(value, bare);
  const suffix = asHost(bare, (host) => host);
  const below: TextValue = { kind: 'text', parts: ['', `.${suffix.parts[0] ?? ''}`] };
  return joinFragments('OR', [isLowerText(value, suffix), isLowerText(value, below)]);
}

function hasVendor(value: string, vendors: readonly string[]): SqlFragment {
  const bits = VENDORS.filter((vendor) => vendors.includes(vendor)).reduce((sum, vendor) => sum | vendorBit(vendor), 0);
  return fragment(`(${value} & ?) <> 0`, bits);
}

/** Rel is stored as tokens with blanks between them; `none` means a link that is known to be followed. */
function hasRel(value: string, words: readonly string[]): SqlFragment {
  const conditions = words.map((word) =>
    word === 'none' ? fragment('b.followed = 1') : fragment(`instr(' ' || ${value} || ' ', ?) > 0`, ` ${word} `),
  );
  return joinFragments('OR', conditions);
}
