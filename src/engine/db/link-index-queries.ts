import type { ReadableDatabase, WritableDatabase } from './project-database.ts';
import { LINK_INDEXES, type LinkIndexName, ORDER_INDEXES } from './schema/link-indexes.ts';
import { writeTransaction } from './write-transaction.ts';

/** The indexes of the large tables, which are away while a large file is imported. */

/** Below so many rows an index is kept up to date faster than it is built again. */
const MANY_ROWS = 20_000;
/** Bytes of a row in the leanest exports that hold many; a guess too low only drops indexes that could have stayed. */
const BYTES_PER_ROW = 200;
/** New links after which an import shows what it brings: the same export again brings none. */
const TELLING_LINKS = 4000;

/** How an import has gone so far. */
export interface ImportCourse {
  /** Size of the export. */
  readonly sizeBytes: number;
  /** Links there were before it. */
  readonly knownLinks: number;
  readonly rows: number;
  /** New links in these rows. */
  readonly newLinks: number;
}

/** True where the indexes are better built again at the import's end: it will bring at least half as many links as there were. */
export function outgrowsIndexes({ sizeBytes, knownLinks, rows, newLinks }: ImportCourse): boolean {
  const expectedRows = sizeBytes / BYTES_PER_ROW;
  if (newLinks < TELLING_LINKS || expectedRows < MANY_ROWS) return false;
  return expectedRows * (newLinks / rows) >= knownLinks / 2;
}

/**
 * Drops the indexes. Views go on meanwhile: what walked an index sorts. Whatever happens, {@link buildLinkIndexes} brings those back that
 * rows are found by: at the import's end, when it is taken back, or when the file is opened next. The others follow one by one
 * ({@link buildOrderIndex}).
 */
export function dropLinkIndexes(db: WritableDatabase): void {
  writeTransaction(db, () => {
    for (const name of Object.keys({ ...LINK_INDEXES, ...ORDER_INDEXES })) db.exec(`DROP INDEX IF EXISTS ${name}`);
  });
}

/** Builds one of the indexes that rows are found by, in a transaction of its own; false when none was missing. */
export function buildLinkIndex(db: WritableDatabase): boolean {
  return buildFirstMissing(db, LINK_INDEXES);
}

/** Builds all missing indexes that rows are found by. */
export function buildLinkIndexes(db: WritableDatabase): void {
  for (let isBuilding = true; isBuilding; ) isBuilding = buildLinkIndex(db);
}

/** Builds one of the indexes that tables walk, in a transaction of its own; false when none was missing. */
export function buildOrderIndex(db: WritableDatabase): boolean {
  return buildFirstMissing(db, ORDER_INDEXES);
}

/**
 * One at a time, so that other writes get their turn. Sorts on disk in pieces of 8 MB, so that memory stays flat; a thread
 * beside this one would sort no faster.
 */
function buildFirstMissing(db: WritableDatabase, indexes: Readonly<Record<string, string>>): boolean {
  const present = new Set(presentIndexes(db));
  const missing = Object.entries(indexes).find(([name]) => !present.has(name));
  if (missing === undefined) return false;
  const [name, sql] = missing;
  const tempStore = Number(db.pragma('temp_store', { simple: true }));
  const cacheSize = Number(db.pragma('cache_size', { simple: true }));
  db.pragma('temp_store = FILE');
  db.pragma('cache_size = -8192');
  try {
    writeTransaction(db, () => {
      // Another program may have built it while this one waited.
      if (presentIndexes(db, name).length === 0) db.exec(sql);
    });
  } finally {
    db.pragma(`temp_store = ${tempStore}`);
    db.pragma(`cache_size = ${cacheSize}`);
  }
  return true;
}

/** Builds the index that finds domains by name where it is missing, within the transaction of the caller. */
export function buildNameIndex(db: WritableDatabase): void {
  if (!hasLinkIndex(db, 'domain_by_name')) db.exec(LINK_INDEXES.domain_by_name);
}

/** Whether an index is there now. It stays as long as the transaction that asks. */
export function hasLinkIndex(db: ReadableDatabase, name: LinkIndexName): boolean {
  return presentIndexes(db, name).length === 1;
}

function presentIndexes(db: ReadableDatabase, name: string | null = null): string[] {
  return db
    .prepare<{ name: string | null }, string>(
      "SELECT name FROM sqlite_schema WHERE type = 'index' AND name = coalesce($name, name)",
    )
    .pluck()
    .all({ name });
}
