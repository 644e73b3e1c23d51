import type { RejectedRecord } from '../../core/model/export-record.ts';
import type { PreparedDomain, PreparedRecord } from '../../core/model/prepared-record.ts';
import { type Vendor, vendorBit } from '../../core/model/vendor.ts';
import { createLinkMerger } from './merge-links.ts';
import { createPlaces, type Places } from './merge-places.ts';
import { createSightings } from './merge-sightings.ts';
import { type MergeRecord, metricsColumn, toMergeRecord, unpackRecords } from './packed-records.ts';
import type { WritableDatabase } from './project-database.ts';

/**
 * The merge: rows of one export become backlinks, each with a sighting that keeps what this file said. The same page and
 * target is the same backlink whatever file names it. A row without target (Search Console) joins the page's first known
 * backlink, or waits as a backlink with an unknown target which the first row that names one resolves.
 *
 * Not here: reading files (engine/import), and the roll-ups per domain (`refreshDomains`), which follow once an import has
 * ended.
 */

/** What became of the rows of a batch. */
export interface MergeCounts {
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: number;
}

type RowFate = keyof MergeCounts;

/** Merges one batch in one transaction. */
export function mergeBatch(
  db: WritableDatabase,
  importId: number,
  vendor: Vendor,
  records: readonly PreparedRecord[],
): MergeCounts {
  return mergeRecords(db, importId, vendor, records.map(toMergeRecord));
}

/** As {@link mergeBatch}, with a batch from `packRecords`. */
export function mergePacked(db: WritableDatabase, importId: number, vendor: Vendor, packed: Uint8Array): MergeCounts {
  return mergeRecords(db, importId, vendor, unpackRecords(packed));
}

function mergeRecords(
  db: WritableDatabase,
  importId: number,
  vendor: Vendor,
  records: readonly MergeRecord[],
): MergeCounts {
  const session = sessionOf(db, importId, vendor);
  const counts = { accepted: 0, duplicates: 0, rejected: 0 };
  // Every id below comes from the merge itself, and rows are inserted many at a time, so that a link may come before its page.
  db.pragma('foreign_keys = OFF');
  try {
    db.transaction(() => {
      for (const record of records) counts[session.merge(record)] += 1;
      session.flush(counts);
    })();
  } catch (error) {
    forgetMerge(db);
    throw error;
  } finally {
    db.pragma('foreign_keys = ON');
  }
  return counts;
}

/** What is remembered from batch to batch of one import: prepared statements and the ids of places. */
interface MergeSession {
  readonly importId: number;
  merge(record: MergeRecord): RowFate;
  /** Ends a batch: writes what waits, and its counts, by which an interrupted import is gone on with. */
  flush(counts: MergeCounts): void;
}

const sessions = new WeakMap<WritableDatabase, MergeSession>();

/** Forgets the ids that were remembered, because some may be gone: after a removal, or a batch that was rolled back. */
export function forgetMerge(db: WritableDatabase): void {
  sessions.delete(db);
}

function sessionOf(db: WritableDatabase, importId: number, vendor: Vendor): MergeSession {
  const known = sessions.get(db);
  if (known?.importId === importId) return known;
  const session = createSession(db, importId, vendor);
  sessions.set(db, session);
  return session;
}

function createSession(db: WritableDatabase, importId: number, vendor: Vendor): MergeSession {
  const places = createPlaces(db);
  const links = createLinkMerger(db, vendorBit(vendor));
  const sightings = createSightings(db, importId);
  const addDomainSighting = prepareDomainSightings(db, importId, vendorBit(vendor), places);
  const reject = prepareRejections(db, importId);
  const addCounts = db.prepare<MergeCounts & { importId: number }>(
    `UPDATE import SET rows = rows + $accepted + $duplicates + $rejected, accepted = accepted + $accepted,
        duplicates = duplicates + $duplicates, rejected = rejected + $rejected
      WHERE id = $importId`,
  );
  return {
    importId,
    merge(record) {
      switch (record.kind) {
        case 'rejected':
          return reject(record);
        case 'domain':
          return addDomainSighting(record);
        case 'link': {
          const domainId = places.domain(record.page.domain, record.page.host);
          const page = places.page(record.page, domainId, record.record);
          const target = record.target === null ? UNKNOWN_TARGET : places.target(record.target);
          const { id, isNew } = links.merge(record.record, page, target.id, domainId);
          sightings.add(record.record, id, page.isNew ? record.page.url : null, target.url);
          return isNew ? 'accepted' : 'duplicates';
        }
      }
    },
    flush(counts) {
      places.flush();
      links.flush();
      sightings.flush();
      addCounts.run({ ...counts, importId });
    },
  };
}

/** The row of `target` that stands for "no source has named it". */
const UNKNOWN_TARGET = { id: 0, url: null };

function prepareDomainSightings(db: WritableDatabase, importId: number, bit: number, places: Places) {
  const isKnown = db.prepare<[string], number>('SELECT 1 FROM domain WHERE name = ?').pluck();
  const add = db.prepare(
    `INSERT OR REPLACE INTO domain_sighting (import_id, line, domain_id, links, first_seen, last_seen, lost_at, metrics)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const noteSource = db.prepare<[number, number]>('UPDATE domain SET sources = sources | ? WHERE id = ?');
  return ({ record, domain }: PreparedDomain): RowFate => {
    const isNew = isKnown.get(domain) === undefined;
    const domainId = places.domain(domain, domain);
    places.flush();
    const metrics = metricsColumn(record.metrics);
    add.run(importId, record.line, domainId, record.links, record.firstSeen, record.lastSeen, record.lost, metrics);
    noteSource.run(bit, domainId);
    return isNew ? 'accepted' : 'duplicates';
  };
}

function prepareRejections(db: WritableDatabase, importId: number) {
  const add = db.prepare('INSERT OR REPLACE INTO rejected_row (import_id, line, reason, raw) VALUES (?, ?, ?, ?)');
  return (record: RejectedRecord): RowFate => {
    add.run(importId, record.line, record.reason, record.raw);
    return 'rejected';
  };
}
