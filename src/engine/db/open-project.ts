import { copyFileSync, existsSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { AppError, type ErrorCode } from '../../contract/app-error.ts';
import { workHolder } from './claims.ts';
import { buildLinkIndexes } from './link-index-queries.ts';
import { CURRENT_VERSION, MIGRATIONS } from './migrations.ts';
import { APPLICATION_ID, type ReadableDatabase, type WritableDatabase } from './project-database.ts';
import { fromSqliteError, notAProject } from './sqlite-error.ts';
import { type LockPatience, waitForLocks, writeTransaction } from './write-transaction.ts';

/**
 * Opening and creating project files. The file is judged before a byte is written: an SQLite file of another program, a
 * file of a newer Anchorage and a damaged file each get their own error. A copy is made before the first migration of an
 * older file.
 */

/** Creates a project file with the current schema. Throws `already-exists` rather than overwrite, and `cannot-write`. */
export function createProjectFile(path: string): WritableDatabase {
  if (existsSync(path)) {
    throw new AppError('already-exists', `${path} already exists. Choose another name, or open it.`, { path });
  }
  const database = connect(path, {}, 'cannot-write');
  return closingOnError(database, path, () => {
    database.transaction(() => {
      database.pragma(`application_id = ${APPLICATION_ID}`);
      migrate(database, 0);
    })();
    return prepareForWriting(database);
  });
}

/** An in-memory project with the current schema, for tests and previews. */
export function createMemoryProject(): WritableDatabase {
  const database = new Database(':memory:');
  migrate(database, 0);
  return prepareForWriting(database);
}

/**
 * Opens a project for writing, bringing an older one up to date and building the indexes that an interrupted import left out.
 *
 * @param patience how long to wait where another program writes to the file, now and in all later transactions; five seconds where null
 * @throws AppError `not-found`, `cannot-read`, `cannot-write`, `not-a-project`, `newer-project`, `damaged-project` or
 * `project-locked`.
 */
export function openForWriting(path: string, patience: LockPatience | null = null): WritableDatabase {
  const database = openExisting(path, {});
  return closingOnError(database, path, () => {
    const version = versionOf(database, path);
    // Not before the first read: then nobody who closes the file can keep this connection out any more.
    if (patience !== null) waitForLocks(database, patience);
    if (version < CURRENT_VERSION) {
      database.pragma('wal_checkpoint(TRUNCATE)');
      copyFileSync(path, `${path}.before-v${CURRENT_VERSION}`);
      migrate(database, version);
    }
    const writable = prepareForWriting(database);
    // An import of another program left them out, and builds them at its end.
    if (workHolder(writable) === null) buildLinkIndexes(writable);
    return writable;
  });
}

/** Opens a further connection that cannot write. Same errors as {@link openForWriting}. */
export function openForReading(path: string): ReadableDatabase {
  const database = openExisting(path, { readonly: true });
  return closingOnError(database, path, () => {
    versionOf(database, path);
    database.pragma('cache_size = -65536');
    database.pragma('mmap_size = 1073741824');
    database.pragma('temp_store = MEMORY');
    return database;
  });
}

/** The problem `PRAGMA quick_check` finds, or null when the file is sound. */
export function findDamage(database: ReadableDatabase): string | null {
  try {
    const answer = String(database.pragma('quick_check(1)', { simple: true }));
    // The finding stands below a line that names the database.
    return answer === 'ok' ? null : (answer.split('\n').at(-1) ?? answer);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function openExisting(path: string, options: Database.Options): Database.Database {
  if (!existsSync(path)) throw new AppError('not-found', `There is no file ${path}.`, { path });
  if (statSync(path).isDirectory()) throw new AppError('cannot-read', `${path} is a folder, not a project.`, { path });
  return connect(path, { ...options, fileMustExist: true }, 'cannot-read');
}

/** better-sqlite3 reports a missing folder as a TypeError and what cannot be opened as SQLITE_CANTOPEN: both are `code`. */
function connect(path: string, options: Database.Options, code: ErrorCode): Database.Database {
  try {
    return new Database(path, { timeout: 5000, ...options });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (code === 'cannot-write') {
      const message = `${path} could not be created: its folder is not there or may not be written. Choose another one.`;
      throw new AppError(code, message, { path, reason });
    }
    const known = fromSqliteError(error, path);
    if (known instanceof AppError) throw known;
    throw new AppError(code, `${path} could not be opened: ${reason}.`, { path, reason });
  }
}

/** What `prepare` makes of a connection, which does not outlive a failure. The first read shows a file that is no database. */
function closingOnError<Result>(database: Database.Database, path: string, prepare: () => Result): Result {
  try {
    return prepare();
  } catch (error) {
    database.close();
    throw fromSqliteError(error, path);
  }
}

/** The `user_version` of a project file, once it is known to be one. */
function versionOf(database: Database.Database, path: string): number {
  const applicationId = database.pragma('application_id', { simple: true });
  const version = Number(database.pragma('user_version', { simple: true }));
  if (applicationId !== APPLICATION_ID) throw notAProject(path);
  if (version > CURRENT_VERSION) {
    const message = `${path} was written by a newer version of Anchorage. Update Anchorage to open it; the file was not touched.`;
    throw new AppError('newer-project', message, { path, version, supported: CURRENT_VERSION });
  }
  return version;
}

/** With foreign keys off, because a table that others point to is replaced by dropping it; {@link prepareForWriting} turns them on. */
function migrate(database: Database.Database, from: number): void {
  database.pragma('foreign_keys = OFF');
  for (const step of MIGRATIONS.filter(({ version }) => version > from)) {
    writeTransaction(database, () => {
      // Another program may have brought it up to date while this one waited.
      if (Number(database.pragma('user_version', { simple: true })) >= step.version) return;
      database.exec(step.sql);
      database.pragma(`user_version = ${step.version}`);
    });
  }
}

function prepareForWriting(database: Database.Database): WritableDatabase {
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = NORMAL');
  database.pragma('foreign_keys = ON');
  // 16 MB: rows are added in order, and a large import with 64 MB is no faster.
  database.pragma('cache_size = -16384');
  database.pragma('temp_store = MEMORY');
  // 64 MB: each checkpoint waits for the disk, and a page that changes often is copied once.
  database.pragma('wal_autocheckpoint = 16384');
  return database as WritableDatabase;
}
