import Database from 'better-sqlite3';
import { AppError } from '../../contract/app-error.ts';

/**
 * What SQLite refused, as an error a person can act on: a file that is no database, damage, a lock, a full or failing disk, a file or
 * folder that may not be written. Any other value, an AppError included, is returned as it is.
 */
export function fromSqliteError(error: unknown, path: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const details = { path, reason: error.message };
  const { code } = error;
  if (code === 'SQLITE_NOTADB') return notAProject(path);
  if (code.startsWith('SQLITE_CORRUPT')) {
    return new AppError('damaged-project', `${path} is damaged. Restore a copy, or recover what is readable.`, details);
  }
  if (code.startsWith('SQLITE_BUSY')) {
    const message = `${path} is in use by another program. Close it there and try again.`;
    return new AppError('project-locked', message, details);
  }
  if (code === 'SQLITE_FULL') {
    const message = `The disk of ${path} is full. What was finished before is kept; free some space and try again.`;
    return new AppError('cannot-write', message, details);
  }
  if (code.startsWith('SQLITE_READONLY')) {
    return new AppError('cannot-write', `${path} may not be written. Check its permissions, or copy it.`, details);
  }
  if (code.startsWith('SQLITE_CANTOPEN')) {
    const message = `The folder of ${path} may not be written, and an open project keeps files beside its own. Copy it to another folder and open the copy.`;
    return new AppError('cannot-write', message, details);
  }
  if (code.startsWith('SQLITE_IOERR')) {
    const message = `The disk of ${path} reports an error. What was finished before is kept; see whether the drive is still connected, and open the project again.`;
    return new AppError('cannot-write', message, details);
  }
  return error;
}

/** The error for a file of another program. */
export function notAProject(path: string): AppError {
  return new AppError('not-a-project', `${path} is not an Anchorage project.`, { path });
}
