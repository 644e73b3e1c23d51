import type { DomainRow, Page } from '../../contract/rows.ts';
import { type Vendor, vendorBit, vendorsOf } from '../../core/model/vendor.ts';
import { noteRefresh } from './domain-tallies.ts';
import { idTieBreak, orderBy, type PageQuery, type SortKeys } from './page-query.ts';
import type { ReadableDatabase, WritableDatabase } from './project-database.ts';
import { whereClause } from './where-clause.ts';
import { writeTransaction } from './write-transaction.ts';

/** The table of referring domains and its roll-ups. */

/** What filters and sorts of domains speak about. */
export const DOMAINS_FROM = 'domain d';

export const DOMAIN_SORT_KEYS: SortKeys = {
  id: 'd.id',
  domain: 'd.name',
  tld: 'd.suffix',
  links: 'd.links',
  pages: 'd.pages',
  live: 'd.live',
  gone: 'd.gone',
  unknown: 'd.unknown',
  followed: 'd.followed',
  quality: 'd.quality',
  risk: 'd.risk',
  suggestion: 'd.suggestion',
  verdict: 'd.verdict',
  rank: 'd.rank',
  firstseen: 'd.first_seen',
  lastseen: 'd.last_seen',
  sources: 'd.sources',
};

/** One page of referring domains with the exact total of the filter. Throws `bad-filter` and `wrong-use`. */
export function domainPage(db: ReadableDatabase, query: PageQuery): Page<DomainRow> {
  const where = whereClause(query.filter, 'domains');
  const total = db
    .prepare<(string | number)[], number>(`SELECT count(*) FROM ${DOMAINS_FROM} WHERE ${where.sql}`)
    .pluck()
    .get(...where.params);
  const order = orderBy(query.sort, DOMAIN_SORT_KEYS, idTieBreak(query.sort, 'd.id'));
  const rows = db
    .prepare<(string | number)[], StoredDomain>(
      `${SELECT_DOMAIN} WHERE ${where.sql} ORDER BY ${order} LIMIT ? OFFSET ?`,
    )
    .all(...where.params, query.limit, query.offset);
  return { total: total ?? 0, rows: rows.map(toDomainRow) };
}

/** One referring domain, or null. */
export function readDomain(db: ReadableDatabase, id: number): DomainRow | null {
  const stored = db.prepare<[number], StoredDomain>(`${SELECT_DOMAIN} WHERE d.id = ?`).get(id);
  return stored === undefined ? null : toDomainRow(stored);
}

/**
 * Counts every domain's links, pages and states again; after an import, a check or a removal. First and last seen are those
 * of its links and of the exports that list it.
 */
export function refreshDomains(db: WritableDatabase): void {
  writeTransaction(db, () => {
    db.exec(`
      CREATE TEMP TABLE roll_up AS ${LINKS_BY_DOMAIN};
      UPDATE domain SET links = 0, pages = 0, live = 0, gone = 0, unknown = 0, followed = 0, first_seen = NULL,
          last_seen = NULL
        WHERE id NOT IN (SELECT domain_id FROM roll_up);
      UPDATE domain SET links = s.links, pages = s.pages, live = s.live, gone = s.gone, unknown = s.unknown,
          followed = s.followed, first_seen = s.first_seen, last_seen = s.last_seen
        FROM roll_up s WHERE s.domain_id = domain.id;
      DROP TABLE roll_up;
      UPDATE domain SET first_seen = min(coalesce(domain.first_seen, s.first), coalesce(s.first, domain.first_seen)),
          last_seen = max(coalesce(domain.last_seen, s.last), coalesce(s.last, domain.last_seen))
        FROM (SELECT domain_id, min(first_seen) AS first, max(last_seen) AS last FROM domain_sighting GROUP BY domain_id) s
        WHERE s.domain_id = domain.id;
      UPDATE domain SET quality = NULL, risk = NULL, suggestion = 'none', suggestion_reason = ''
        WHERE links = 0 AND (risk IS NOT NULL OR suggestion <> 'none');
    `);
    refreshSources(db);
    refreshRanks(db);
  });
  noteRefresh(db);
}

/** Gives every domain the best rank that a list has for it. */
export function refreshRanks(db: WritableDatabase): void {
  const best = `(SELECT min(rank) FROM list_entry e JOIN list l ON l.id = e.list_id
    WHERE e.domain = domain.name AND l.kind = 'rank' AND l.entries > 0)`;
  db.exec(`UPDATE domain SET rank = ${best} WHERE rank IS NOT ${best}`);
}

/** In one pass over the table: by the index on the domain, each link would be a jump to another page of the file. */
const LINKS_BY_DOMAIN = `SELECT domain_id, count(*) AS links, count(DISTINCT page_id) AS pages,
    total(state = 'live') AS live, total(state = 'gone') AS gone, total(state = 'unknown') AS unknown,
    total(followed) AS followed, min(first_seen) AS first_seen, max(last_seen) AS last_seen
  FROM backlink NOT INDEXED GROUP BY domain_id`;

/** Sources of a domain are those of its backlinks and of the exports that list domains. */
function refreshSources(db: WritableDatabase): void {
  const ofLinks = db.prepare<[], { id: number; sources: number }>(
    'SELECT DISTINCT domain_id AS id, sources FROM backlink NOT INDEXED',
  );
  const ofLists = db.prepare<[], { id: number; vendor: Vendor }>(
    'SELECT DISTINCT s.domain_id AS id, i.vendor FROM domain_sighting s JOIN import i ON i.id = s.import_id',
  );
  const byDomain = new Map<number, number>();
  const add = (id: number, sources: number) => byDomain.set(id, (byDomain.get(id) ?? 0) | sources);
  for (const { id, sources } of ofLinks.all()) add(id, sources);
  for (const { id, vendor } of ofLists.all()) add(id, vendorBit(vendor));
  const stored = db.prepare<[], { id: number; sources: number }>('SELECT id, sources FROM domain').all();
  const set = db.prepare('UPDATE domain SET sources = ? WHERE id = ?');
  for (const { id, sources } of stored) {
    const now = byDomain.get(id) ?? 0;
    if (now !== sources) set.run(now, id);
  }
}

const SELECT_DOMAIN = `SELECT d.id, d.name AS domain, d.links, d.pages, d.live, d.gone, d.unknown, d.followed, d.quality,
    d.risk, d.suggestion, d.suggestion_reason AS suggestionReason, d.verdict, d.note, d.rank,
    d.first_seen AS firstSeen, d.last_seen AS lastSeen, d.sources
  FROM ${DOMAINS_FROM}`;

type StoredDomain = Omit<DomainRow, 'sources'> & { readonly sources: number };

function toDomainRow(stored: StoredDomain): DomainRow {
  return { ...stored, sources: vendorsOf(stored.sources) };
}
