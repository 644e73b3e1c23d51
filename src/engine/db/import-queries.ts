import type { ImportRow, Page, RejectedRow } from '../../contract/rows.ts';
import { REJECT_REASONS, type RejectReason } from '../../core/model/export-record.ts';
import type { Vendor } from '../../core/model/vendor.ts';
import { buildLinkIndexes } from './link-index-queries.ts';
import { orderBy, type PageQuery, type SortKeys } from './page-query.ts';
import type { ReadableDatabase, WritableDatabase } from './project-database.ts';
import { sightingsOf } from './sighting-id.ts';
import { whereClause } from './where-clause.ts';
import { writeTransaction } from './write-transaction.ts';

/** Tables `import` and `rejected_row`: what was read, when, and what became of every row. */

export interface ImportStart {
  readonly fileName: string;
  readonly fileHash: string;
  readonly sizeBytes: number;
  /** What the reading depended on besides the file (format, mapping, sites), as canonical JSON. */
  readonly options: string;
  readonly format: string;
  readonly vendor: Vendor;
  readonly confidence: number;
  /** Names of the metrics that its rows give, in their order. */
  readonly metrics: readonly string[];
  /** ISO time. */
  readonly importedAt: string;
}

/** Begins an import and returns its id. */
export function startImport(db: WritableDatabase, start: ImportStart): number {
  const { lastInsertRowid } = db
    .prepare<Omit<ImportStart, 'metrics'> & { metrics: string }>(
      `INSERT INTO import (file_name, file_hash, size_bytes, options, format, vendor, confidence, metrics, state, imported_at)
        VALUES ($fileName, $fileHash, $sizeBytes, $options, $format, $vendor, $confidence, $metrics, 'running', $importedAt)`,
    )
    .run({ ...start, metrics: JSON.stringify(start.metrics) });
  return Number(lastInsertRowid);
}

/** Ends an import with its counts: rows = accepted + duplicates + rejected. */
export function finishImport(
  db: WritableDatabase,
  id: number,
  state: ImportRow['state'],
  counts: { readonly accepted: number; readonly duplicates: number; readonly rejected: number },
): void {
  const { accepted, duplicates, rejected } = counts;
  buildLinkIndexes(db);
  const finish = db.prepare(
    'UPDATE import SET state = ?, rows = ?, accepted = ?, duplicates = ?, rejected = ? WHERE id = ?',
  );
  writeTransaction(db, () => finish.run(state, accepted + duplicates + rejected, accepted, duplicates, rejected, id));
}

/** The finished import of the same file read the same way, or null. */
export function findSameImport(db: ReadableDatabase, fileHash: string, options: string): ImportRow | null {
  const id = db
    .prepare<[string, string], number>(
      "SELECT id FROM import WHERE file_hash = ? AND options = ? AND state = 'done' LIMIT 1",
    )
    .pluck()
    .get(fileHash, options);
  return id === undefined ? null : readImport(db, id);
}

/** An import that did not come to its end, with what its finished batches brought. */
export interface UnfinishedImport {
  readonly id: number;
  readonly options: string;
  readonly format: string;
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: number;
  /** The last line of the file that is in the project; 0 where none is. */
  readonly lastLine: number;
}

/** The imports of a file that did not come to their end. */
export function unfinishedImportsOf(db: ReadableDatabase, fileHash: string): UnfinishedImport[] {
  const lastOf = (table: string) => `coalesce((SELECT max(line) FROM ${table} t WHERE t.import_id = import.id), 0)`;
  const lastSighting = `coalesce((SELECT max(id) - (import.id << 32) FROM sighting_row s WHERE ${sightingsOf('import.id')}), 0)`;
  return db
    .prepare<[string], UnfinishedImport>(
      `SELECT id, options, format, accepted, duplicates, rejected,
          max(${[lastSighting, lastOf('domain_sighting'), lastOf('rejected_row')].join(', ')}) AS lastLine
        FROM import WHERE file_hash = ? AND state <> 'done'`,
    )
    .all(fileHash);
}

/** Goes on with an import that did not come to its end. */
export function resumeImport(db: WritableDatabase, id: number): void {
  db.prepare("UPDATE import SET state = 'running' WHERE id = ?").run(id);
}

/** True when the file was imported to its end, however it was read. */
export function isFileImported(db: ReadableDatabase, fileHash: string): boolean {
  return (
    db
      .prepare<[string], number>("SELECT 1 FROM import WHERE file_hash = ? AND state = 'done'")
      .pluck()
      .get(fileHash) === 1
  );
}

/** All imports, newest first. */
export function listImports(db: ReadableDatabase): ImportRow[] {
  return db.prepare<[], StoredImport>(`${SELECT_IMPORT} ORDER BY id DESC`).all().map(toImportRow);
}

const IMPORT_SORT_KEYS: SortKeys = {
  id: 'i.id',
  file: 'i.file_name',
  format: 'i.format',
  source: 'i.vendor',
  state: 'i.state',
  imported: 'i.imported_at',
  rows: 'i.rows',
  accepted: 'i.accepted',
  duplicates: 'i.duplicates',
  rejected: 'i.rejected',
};

/** One page of imports, newest first where no sort is given. Throws `bad-filter` and `wrong-use`. */
export function importPage(db: ReadableDatabase, { filter, sort, offset, limit }: PageQuery): Page<ImportRow> {
  const where = whereClause(filter, 'imports');
  const total = db
    .prepare<(string | number)[], number>(`SELECT count(*) FROM import i WHERE ${where.sql}`)
    .pluck()
    .get(...where.params);
  const order = orderBy(sort, IMPORT_SORT_KEYS, 'i.id DESC');
  const rows = db
    .prepare<(string | number)[], StoredImport>(
      `${SELECT_IMPORT} WHERE ${where.sql} ORDER BY ${order} LIMIT ? OFFSET ?`,
    )
    .all(...where.params, limit, offset);
  return { total: total ?? 0, rows: rows.map(toImportRow) };
}

/** One import, or null. */
export function readImport(db: ReadableDatabase, id: number): ImportRow | null {
  const stored = db.prepare<[number], StoredImport>(`${SELECT_IMPORT} WHERE id = ?`).get(id);
  return stored === undefined ? null : toImportRow(stored);
}

/** The rows of an import that became no link, by line. */
export function rejectedPage(db: ReadableDatabase, importId: number, offset: number, limit: number): Page<RejectedRow> {
  const total = db
    .prepare<[number], number>('SELECT count(*) FROM rejected_row WHERE import_id = ?')
    .pluck()
    .get(importId);
  return { total: total ?? 0, rows: [...rejectedRows(db, importId, limit, offset)] };
}

/** The rows of an import that became no link, by line and one at a time; a limit of -1 is none. The connection is busy meanwhile. */
export function* rejectedRows(
  db: ReadableDatabase,
  importId: number,
  limit: number,
  offset = 0,
): Generator<RejectedRow, void, void> {
  const stored = db.prepare<[number, number, number], { line: number; reason: RejectReason; raw: string }>(
    'SELECT line, reason, raw FROM rejected_row WHERE import_id = ? ORDER BY line LIMIT ? OFFSET ?',
  );
  for (const row of stored.iterate(importId, limit, offset)) yield { ...row, text: REJECT_REASONS[row.reason] };
}

const SELECT_IMPORT = `SELECT id, file_name AS file, format, vendor, confidence, state, imported_at AS importedAt,
    size_bytes AS sizeBytes, rows, accepted, duplicates, rejected,
    (SELECT json_group_object(reason, n) FROM
      (SELECT reason, count(*) AS n FROM rejected_row r WHERE r.import_id = i.id GROUP BY reason)) AS rejections
  FROM import i`;

type StoredImport = Omit<ImportRow, 'rejections'> & { readonly rejections: string };

function toImportRow(stored: StoredImport): ImportRow {
  return { ...stored, rejections: JSON.parse(stored.rejections) as ImportRow['rejections'] };
}
