import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';

/** What an import leaves in a project, for comparing two. */
export interface ProjectContents {
  /** SHA-256 per table over all its rows without times of day; the indexes stand as a table of their own. */
  readonly tables: Readonly<Record<string, string>>;
  /** What SQLite and the foreign keys have to object to. */
  readonly faults: readonly string[];
  /** Rows of each import that reached the project, by state. */
  readonly imports: readonly { readonly state: string; readonly rows: number }[];
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

/** Reads all of a project file, without the engine. */
export function readProjectContents(path: string): ProjectContents {
  const db = new Database(path);
  try {
    const faults = ['integrity_check', 'foreign_key_check']
      .flatMap((check) => db.pragma(check) as Record<string, unknown>[])
      .map((row) => Object.values(row).join(' '))
      .filter((row) => row !== 'ok');
    const imports = db
      .prepare<[], { state: string; rows: number }>(
        `SELECT state, (SELECT count(*) FROM sighting WHERE import_id = id)
          + (SELECT count(*) FROM rejected_row WHERE import_id = id) AS rows FROM import ORDER BY id`,
      )
      .all();
    const tables = Object.fromEntries(Object.entries(TABLES).map(([name, sql]) => [name, hashOf(db, sql)]));
    return { tables, faults, imports };
  } finally {
    db.close();
  }
}

function hashOf(db: Database.Database, sql: string): string {
  const hash = createHash('sha256');
  for (const row of db.prepare(sql).raw().iterate()) hash.update(`${JSON.stringify(row)}\n`);
  return hash.digest('hex');
}
