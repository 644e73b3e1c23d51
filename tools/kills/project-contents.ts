import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';

/** What a project is like after a kill. */
export interface ProjectState {
  /** What SQLite and the foreign keys have to object to. */
  readonly faults: readonly string[];
  readonly imports: readonly StoredImport[];
}

/** An import with the number of its rows that reached the project. */
export interface StoredImport {
  readonly state: string;
  readonly rows: number;
}

const TABLES: Readonly<Record<string, string>> = {
  import:
    'SELECT id, file_name, file_hash, options, format, state, rows, accepted, duplicates, rejected FROM import ORDER BY id',
  rejected_row: 'SELECT * FROM rejected_row ORDER BY import_id, line',
  domain: 'SELECT * FROM domain ORDER BY id',
  page: 'SELECT * FROM page ORDER BY id',
  target: 'SELECT * FROM target ORDER BY id',
  backlink: 'SELECT * FROM backlink ORDER BY id',
  sighting: 'SELECT * FROM sighting ORDER BY import_id, line',
  domain_sighting: 'SELECT * FROM domain_sighting ORDER BY import_id, line',
  indexes: 'SELECT name, sql FROM sqlite_schema ORDER BY name',
};

/** SHA-256 per table over all its rows without times of day, for comparing two projects; the indexes stand as a table of their own. */
export function hashProjectTables(path: string): Readonly<Record<string, string>> {
  const db = new Database(path);
  try {
    return Object.fromEntries(Object.entries(TABLES).map(([name, sql]) => [name, hashOf(db, sql)]));
  } finally {
    db.close();
  }
}

/** Opens a project as SQLite does, without the engine, and looks whether it is sound. */
export function readProjectState(path: string): ProjectState {
  const db = new Database(path);
  try {
    const faults = ['integrity_check', 'foreign_key_check']
      .flatMap((check) => db.pragma(check) as Record<string, unknown>[])
      .map((row) => Object.values(row).join(' '))
      .filter((row) => row !== 'ok');
    return { faults, imports: importsOf(db) };
  } finally {
    db.close();
  }
}

/** The imports of a project that another program may be writing to. */
export function readStoredImports(path: string): readonly StoredImport[] {
  const db = new Database(path, { readonly: true });
  try {
    return importsOf(db);
  } finally {
    db.close();
  }
}

function importsOf(db: Database.Database): StoredImport[] {
  return db
    .prepare<[], StoredImport>(
      `SELECT state, (SELECT count(*) FROM sighting WHERE import_id = id)
        + (SELECT count(*) FROM rejected_row WHERE import_id = id) AS rows FROM import ORDER BY id`,
    )
    .all();
}

function hashOf(db: Database.Database, sql: string): string {
  const hash = createHash('sha256');
  for (const row of db.prepare(sql).raw().iterate()) hash.update(`${JSON.stringify(row)}\n`);
  return hash.digest('hex');
}
