import type { AnchorClass } from '../../core/model/anchor-class.ts';
import type { CheckReason } from '../../core/model/check-reason.ts';
import type { LinkState } from '../../core/model/link-state.ts';
import type { Placement } from '../../core/model/placement.ts';
import type { FiredSignal } from '../../core/model/signal.ts';
import type { ReadableDatabase, WritableDatabase } from './project-database.ts';
import { writeTransaction } from './write-transaction.ts';

/**
 * What judging asks of the project and what it writes back. Facts about the whole profile (how many domains use an anchor,
 * a path, a title, how many pages of a domain hold the same link) are counted once into temporary tables of the judging connection.
 */

/** Counts what repeats across the profile; needed once before {@link linkFactsAfter}. Read-only connections may. */
export function countRepetitions(db: ReadableDatabase): void {
  db.exec(`
    DROP TABLE IF EXISTS temp.anchor_use;
    CREATE TEMP TABLE anchor_use (anchor TEXT PRIMARY KEY, domains INTEGER) WITHOUT ROWID;
    INSERT INTO temp.anchor_use SELECT anchor, count(DISTINCT domain_id) FROM backlink WHERE anchor <> '' GROUP BY anchor;

    DROP TABLE IF EXISTS temp.path_use;
    CREATE TEMP TABLE path_use (path TEXT PRIMARY KEY, domains INTEGER) WITHOUT ROWID;
    INSERT INTO temp.path_use SELECT substr(key, instr(key, '/')) AS path, count(DISTINCT domain_id) AS n
      FROM page GROUP BY path HAVING n > 1 AND path <> '/';

    DROP TABLE IF EXISTS temp.title_use;
    CREATE TEMP TABLE title_use (title TEXT PRIMARY KEY, domains INTEGER) WITHOUT ROWID;
    INSERT INTO temp.title_use SELECT title, count(DISTINCT domain_id) AS n
      FROM page WHERE title <> '' GROUP BY title HAVING n > 1;

    DROP TABLE IF EXISTS temp.link_use;
    CREATE TEMP TABLE link_use (domain_id INTEGER, target_id INTEGER, anchor TEXT, pages INTEGER,
      PRIMARY KEY (domain_id, target_id, anchor)) WITHOUT ROWID;
    INSERT INTO temp.link_use SELECT domain_id, target_id, anchor, count(*) AS n
      FROM backlink WHERE target_id <> 0 AND anchor IS NOT NULL GROUP BY domain_id, target_id, anchor HAVING n > 1;
  `);
}

/** A referring domain as judging needs it. */
export interface StoredDomainFacts {
  readonly id: number;
  readonly name: string;
  readonly suffix: string;
  readonly hosts: number;
  readonly firstSeen: string | null;
  /** What exports that list domains measured: `[import, [values…]]` as JSON, with commas between several; null where nothing. */
  readonly metrics: string | null;
}

/** All referring domains that have links, by id; their dates are those of the last roll-up. */
export function domainFacts(db: ReadableDatabase): StoredDomainFacts[] {
  return db
    .prepare<[], StoredDomainFacts>(
      `SELECT d.id, d.name, d.suffix, count(DISTINCT p.host) AS hosts, d.first_seen AS firstSeen,
          (SELECT group_concat('[' || import_id || ',' || metrics || ']') FROM domain_sighting s WHERE s.domain_id = d.id) AS metrics
        FROM domain d JOIN page p ON p.domain_id = d.id GROUP BY d.id ORDER BY d.id`,
    )
    .all();
}

/** For each import the names of the metrics its rows give, in their order. */
export function metricNames(db: ReadableDatabase): Map<number, string[]> {
  const stored = db.prepare<[], { id: number; metrics: string }>('SELECT id, metrics FROM import').all();
  return new Map(stored.map(({ id, metrics }) => [id, JSON.parse(metrics) as string[]]));
}

/** Where a domain stands in imported lists. */
export interface DomainListing {
  readonly domain: string;
  readonly list: string;
  readonly kind: 'spam' | 'good' | 'rank';
  readonly rank: number | null;
}

/** The listings of all referring domains. */
export function domainListings(db: ReadableDatabase): DomainListing[] {
  return db
    .prepare<[], DomainListing>(
      `SELECT e.domain, l.name AS list, l.kind, e.rank FROM domain d JOIN list_entry e ON e.domain = d.name
        JOIN list l ON l.id = e.list_id AND l.entries > 0`,
    )
    .all();
}

/** A backlink as judging needs it. */
export interface StoredLinkFacts {
  readonly id: number;
  readonly domainId: number;
  readonly targetId: number;
  readonly url: string;
  readonly key: string;
  readonly host: string;
  readonly title: string | null;
  readonly language: string | null;
  readonly textLength: number | null;
  readonly internalLinks: number | null;
  readonly externalLinks: number | null;
  readonly indexable: number | null;
  readonly canonical: string | null;
  readonly anchor: string | null;
  readonly linkType: 'text' | 'image' | 'frame' | 'form' | 'redirect' | 'mention' | null;
  readonly followed: number | null;
  readonly placement: Placement;
  readonly placementEvidence: string | null;
  readonly state: LinkState;
  readonly reason: CheckReason | null;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  readonly sources: number;
  /** What its sightings measured: `[import, [values…]]` as JSON, with commas between several; null where nothing. */
  readonly metrics: string | null;
  /** Pages of the domain with the same target and anchor, where there are several. */
  readonly samePages: number | null;
  readonly anchorDomains: number | null;
  readonly pathDomains: number | null;
  readonly titleDomains: number | null;
}

/**
 * A prepared reading of the backlinks behind an id, so many of them and in their order. Tables are filled in the order of their ids,
 * so that this reads each page of the file once; domain by domain it costs ten times as much.
 */
export function linkFactsAfter(db: ReadableDatabase): (afterId: number, limit: number) => StoredLinkFacts[] {
  const statement = db.prepare<[number, number], StoredLinkFacts>(
    `SELECT b.id, b.domain_id AS domainId, b.target_id AS targetId, p.url, p.key, p.host, p.title, p.language,
        p.text_length AS textLength, p.internal_links AS internalLinks, p.external_links AS externalLinks, p.indexable,
        p.canonical, b.anchor, b.link_type AS linkType, b.followed, b.placement, b.state, b.reason,
        b.first_seen AS firstSeen, b.last_seen AS lastSeen, b.sources, l.pages AS samePages, a.domains AS anchorDomains,
        u.domains AS pathDomains, t.domains AS titleDomains,
        (SELECT o.placement_evidence FROM link_check c JOIN occurrence o ON o.link_check_id = c.id
          WHERE c.backlink_id = b.id ORDER BY c.id DESC, o.position LIMIT 1) AS placementEvidence,
        (SELECT group_concat('[' || (id >> 32) || ',' || metrics || ']') FROM sighting_row s WHERE s.backlink_id = b.id) AS metrics
      FROM backlink b JOIN page p ON p.id = b.page_id
      LEFT JOIN temp.link_use l ON l.domain_id = b.domain_id AND l.target_id = b.target_id AND l.anchor = b.anchor
      LEFT JOIN temp.anchor_use a ON a.anchor = b.anchor
      LEFT JOIN temp.path_use u ON u.path = substr(p.key, instr(p.key, '/'))
      LEFT JOIN temp.title_use t ON t.title = p.title
      WHERE b.id > ? ORDER BY b.id LIMIT ?`,
  );
  return (afterId, limit) => statement.all(afterId, limit);
}

/** One judged backlink. */
export interface ScoredLink {
  readonly id: number;
  readonly anchorClass: AnchorClass;
  readonly quality: number;
  readonly risk: number;
  readonly riskSignals: number;
  readonly signals: readonly FiredSignal[];
}

/** One judged referring domain. */
export interface ScoredDomain {
  readonly id: number;
  readonly quality: number;
  readonly risk: number;
  readonly suggestion: string;
  readonly reason: string;
}

/**
 * Writes judgements in one transaction, replacing earlier ones of the same links and domains. A link that was removed since
 * it was judged is passed over, and what has not changed is not written: of a million links an import changes few.
 */
export function writeScores(
  db: WritableDatabase,
  links: readonly ScoredLink[],
  domains: readonly ScoredDomain[],
): void {
  const setLink = db.prepare(
    `UPDATE backlink SET anchor_class = $anchorClass, quality = $quality, risk = $risk, risk_signals = $riskSignals
      WHERE id = $id AND (anchor_class, quality, risk, risk_signals) IS NOT ($anchorClass, $quality, $risk, $riskSignals)`,
  );
  const isScored = db.prepare<[number], number>('SELECT quality IS NOT NULL FROM backlink WHERE id = ?').pluck();
  const signalsOf = db.prepare<[number], FiredSignal>(
    'SELECT signal_id AS id, scale, weight, evidence FROM signal WHERE backlink_id = ?',
  );
  const clear = db.prepare('DELETE FROM signal WHERE backlink_id = ?');
  const addSignal = db.prepare(
    'INSERT OR REPLACE INTO signal (backlink_id, signal_id, scale, weight, evidence) VALUES (?, ?, ?, ?, ?)',
  );
  const setDomain = db.prepare(
    'UPDATE domain SET quality = ?, risk = ?, suggestion = ?, suggestion_reason = ? WHERE id = ?',
  );
  writeTransaction(db, () => {
    for (const link of links) {
      const { id: linkId, anchorClass, quality, risk, riskSignals } = link;
      const wasScored = isScored.get(linkId);
      if (wasScored === undefined) continue;
      setLink.run({ id: linkId, anchorClass, quality, risk, riskSignals });
      if (wasScored === 1) {
        if (isSameSignals(signalsOf.all(linkId), link.signals)) continue;
        clear.run(linkId);
      }
      for (const { id, scale, weight, evidence } of link.signals) addSignal.run(linkId, id, scale, weight, evidence);
    }
    for (const { quality, risk, suggestion, reason, id } of domains)
      setDomain.run(quality, risk, suggestion, reason, id);
  });
}

/** Whether the same signals fired with the same weight and evidence, in whatever order. */
function isSameSignals(before: readonly FiredSignal[], now: readonly FiredSignal[]): boolean {
  if (before.length !== now.length) return false;
  return before.every(({ id, scale, weight, evidence }) =>
    now.some((one) => one.id === id && one.scale === scale && one.weight === weight && one.evidence === evidence),
  );
}
