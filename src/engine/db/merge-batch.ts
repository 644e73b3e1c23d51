import type { RejectedRecord } from '../../core/model/export-record.ts';
import { type Vendor, vendorBit } from '../../core/model/vendor.ts';
import { refreshDomains, refreshRanks } from './domain-queries.ts';
import { refreshCount } from './domain-tallies.ts';
import { dropLinkIndexes, hasLinkIndex, outgrowsIndexes } from './link-index-queries.ts';
import { createLinkMerger } from './merge-links.ts';
import { createPages } from './merge-pages.ts';
import { createPlaces, type Places } from './merge-places.ts';
import { createSightings } from './merge-sightings.ts';
import { type MergeDomain, type MergeLink, type MergeRecord, metricsColumn, unpackEach } from './packed-records.ts';
import type { WritableDatabase } from './project-database.ts';
import { sightingsOf } from './sighting-id.ts';
import { writeTransaction } from './write-transaction.ts';

/**
 * The merge: rows of one export become backlinks, each with a sighting that keeps what this file said. The same page and
 * target is the same backlink whatever file names it. A row without target (Search Console) joins the page's first known
 * backlink, or waits as a backlink with an unknown target which the first row that names one resolves. `endMerge` brings the
 * roll-ups of the domains up to date.
 *
 * Not here: reading files (engine/import).
 */

/** What became of the rows of a batch. */
export interface MergeCounts {
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: number;
}

type RowFate = keyof MergeCounts;

/** Merges packs of `packed-records.ts`, in the order in which they were taken, all in one transaction. */
export function mergePacked(
  db: WritableDatabase,
  importId: number,
  vendor: Vendor,
  packs: readonly Uint8Array[],
): MergeCounts {
  const session = sessionOf(db, importId, vendor);
  const counts = { accepted: 0, duplicates: 0, rejected: 0 };
  // Every id below comes from the merge itself, and rows are inserted many at a time, so that a link may come before its page.
  db.pragma('foreign_keys = OFF');
  try {
    writeTransaction(db, () => {
      for (const pack of packs) {
        unpackEach(
          pack,
          (places) => session.places.learn(places),
          (record) => {
            counts[session.merge(record)] += 1;
          },
        );
      }
      session.flush(counts);
    });
  } catch (error) {
    forgetMerge(db);
    throw error;
  } finally {
    db.pragma('foreign_keys = ON');
  }
  session.count(counts);
  return counts;
}

/**
 * Follows the last batch of an import: what was counted on the way goes into the roll-ups of the domains, and what was remembered is
 * forgotten. Where more has happened than could be counted, all links are counted again.
 */
export function endMerge(db: WritableDatabase, importId: number): void {
  const session = sessions.get(db);
  sessions.delete(db);
  const interrupted = db.prepare<[number], number>("SELECT 1 FROM import WHERE state <> 'done' AND id <> ?").pluck();
  if (
    session?.importId !== importId ||
    session.isForgotten ||
    !session.isTallyExact() ||
    interrupted.get(importId) !== undefined
  ) {
    refreshDomains(db);
    return;
  }
  session.settle();
  refreshRanks(db);
}

/** What is remembered from batch to batch of one import: prepared statements, the ids of places, and what domains gained. */
interface MergeSession {
  readonly importId: number;
  readonly places: Places;
  /** Set where ids that are remembered may be gone. */
  isForgotten: boolean;
  merge(record: MergeRecord): RowFate;
  /** Ends a batch: writes what waits, and its counts, by which an interrupted import is gone on with. */
  flush(counts: MergeCounts): void;
  count(counts: MergeCounts): void;
  /** True where the indexes are there and would better not be. */
  outgrowsIndexes(): boolean;
  isTallyExact(): boolean;
  settle(): void;
}

const sessions = new WeakMap<WritableDatabase, MergeSession>();

/** Forgets the ids that were remembered, because some may be gone: after a removal, or a batch that was rolled back. */
export function forgetMerge(db: WritableDatabase): void {
  const session = sessions.get(db);
  if (session !== undefined) session.isForgotten = true;
}

function sessionOf(db: WritableDatabase, importId: number, vendor: Vendor): MergeSession {
  const known = sessions.get(db);
  const isSame = known?.importId === importId;
  if (isSame && !known.isForgotten && !known.outgrowsIndexes()) return known;
  // Pages are looked up in another way without their index, so the import goes on in a session of its own.
  if (isSame && !known.isForgotten) dropLinkIndexes(db);
  if (known?.isForgotten === false) known.settle();
  const isWhole = isSame ? !known.isForgotten && known.isTallyExact() : !hasMerged(db, importId);
  const session = createSession(db, importId, vendor, isWhole);
  if (isSame) writeTransaction(db, () => session.places.learn(known.places.known()));
  sessions.set(db, session);
  return session;
}

function hasMerged(db: WritableDatabase, importId: number): boolean {
  const find = db.prepare<{ id: number }, number>(
    `SELECT 1 WHERE EXISTS (SELECT 1 FROM sighting_row s WHERE ${sightingsOf('$id')})
      OR EXISTS (SELECT 1 FROM domain_sighting WHERE import_id = $id)`,
  );
  return find.pluck().get({ id: importId }) !== undefined;
}

/** @param isWhole false where domains have gained something from this import that is counted nowhere */
function createSession(db: WritableDatabase, importId: number, vendor: Vendor, isWhole: boolean): MergeSession {
  const places = createPlaces(db);
  const pages = createPages(db);
  const links = createLinkMerger(db, vendorBit(vendor));
  const sightings = createSightings(db, importId);
  const addDomainSighting = prepareDomainSightings(db, importId, vendorBit(vendor), places);
  const reject = prepareRejections(db, importId);
  const addCounts = db.prepare<MergeCounts & { importId: number }>(
    `UPDATE import SET rows = rows + $accepted + $duplicates + $rejected, accepted = accepted + $accepted,
        duplicates = duplicates + $duplicates, rejected = rejected + $rejected
      WHERE id = $importId`,
  );
  const course = createCourse(db, importId);
  const refreshesBefore = refreshCount(db);
  let isLinksOnly = true;

  function mergeLink(link: MergeLink): RowFate {
    const domain = places.domain(link.domain);
    const page = pages.find(link, domain.id);
    if (page.isNew) domain.pages += 1;
    const target = link.target === null ? UNKNOWN_TARGET : places.target(link.target);
    const { id, isNew } = links.merge(link, page, target.id, domain);
    sightings.add(link, id, page.isNew, target.told);
    return isNew ? 'accepted' : 'duplicates';
  }

  return {
    importId,
    places,
    isForgotten: false,
    merge(record) {
      switch (record.kind) {
        case 'rejected':
          return reject(record);
        case 'domain':
          isLinksOnly = false;
          return addDomainSighting(record);
        case 'link':
          return mergeLink(record);
      }
    },
    flush(counts) {
      pages.flush();
      links.flush();
      sightings.flush();
      addCounts.run({ ...counts, importId });
    },
    count: (counts) => course.count(counts),
    outgrowsIndexes: () => course.outgrowsIndexes(),
    isTallyExact: () => isWhole && isLinksOnly && links.isTallyExact() && refreshCount(db) === refreshesBefore,
    settle: () => places.settle(),
  };
}

function createCourse(db: WritableDatabase, importId: number): Pick<MergeSession, 'count' | 'outgrowsIndexes'> {
  const sizeBytes =
    db.prepare<[number], number>('SELECT size_bytes FROM import WHERE id = ?').pluck().get(importId) ?? 0;
  const knownLinks = db.prepare<[], number | null>('SELECT max(id) FROM backlink').pluck().get() ?? 0;
  const isIndexed = hasLinkIndex(db, 'page_by_key');
  let [rows, newLinks] = [0, 0];
  return {
    count({ accepted, duplicates, rejected }) {
      rows += accepted + duplicates + rejected;
      newLinks += accepted;
    },
    outgrowsIndexes: () => isIndexed && outgrowsIndexes({ sizeBytes, knownLinks, rows, newLinks }),
  };
}

/** The row of `target` that stands for "no source has named it". */
const UNKNOWN_TARGET = { id: 0, told: null };

function prepareDomainSightings(db: WritableDatabase, importId: number, bit: number, places: Places) {
  const add = db.prepare(
    `INSERT OR REPLACE INTO domain_sighting (import_id, line, domain_id, links, first_seen, last_seen, lost_at, metrics)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const noteSource = db.prepare<[number, number]>('UPDATE domain SET sources = sources | ? WHERE id = ?');
  const told = new Set<number>();
  return ({ record, domain }: MergeDomain): RowFate => {
    const { id: domainId, isNew } = places.domain(domain);
    const isFirst = isNew && !told.has(domainId);
    if (isFirst) told.add(domainId);
    const metrics = metricsColumn(record.metrics);
    add.run(importId, record.line, domainId, record.links, record.firstSeen, record.lastSeen, record.lost, metrics);
    noteSource.run(bit, domainId);
    return isFirst ? 'accepted' : 'duplicates';
  };
}

function prepareRejections(db: WritableDatabase, importId: number) {
  const add = db.prepare('INSERT OR REPLACE INTO rejected_row (import_id, line, reason, raw) VALUES (?, ?, ?, ?)');
  return (record: RejectedRecord): RowFate => {
    add.run(importId, record.line, record.reason, record.raw);
    return 'rejected';
  };
}
