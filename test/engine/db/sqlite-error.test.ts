import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src/contract/app-error.ts';
import { createProjectFile } from '../../../src/engine/db/open-project.ts';
import { fromSqliteError } from '../../../src/engine/db/sqlite-error.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const folder = temporaryFolder();

function refusalOf(work: () => unknown): unknown {
  try {
    work();
    return null;
  } catch (error) {
    return fromSqliteError(error, 'client.anchorage');
  }
}

describe('fromSqliteError', () => {
  it('says that another program is in the way', () => {
    const path = join(folder, 'held.anchorage');
    const one = createProjectFile(path);
    one.exec('BEGIN IMMEDIATE');
    const other = new Database(path, { timeout: 0 });
    expect(refusalOf(() => other.exec("INSERT INTO site VALUES ('acme.example')"))).toMatchObject({
      code: 'project-locked',
      details: { path: 'client.anchorage' },
    });
    one.exec('ROLLBACK');
    other.close();
    one.close();
  });

  it.each([
    ['SQLITE_CANTOPEN', 'The folder of client.anchorage may not be written'],
    ['SQLITE_IOERR_WRITE', 'The disk of client.anchorage reports an error'],
  ])('says what %s means', (code, words) => {
    expect(fromSqliteError(new Database.SqliteError('', code), 'client.anchorage')).toMatchObject({
      code: 'cannot-write',
      message: expect.stringContaining(words),
    });
  });

  it('says that there is no room, and nothing half-written is kept', () => {
    const database = createProjectFile(join(folder, 'full.anchorage'));
    database.pragma(`max_page_count = ${String(database.pragma('page_count', { simple: true }))}`);
    const fill = database.transaction(() => {
      database.exec("INSERT INTO site VALUES ('acme.example')");
      database.prepare("INSERT INTO setting VALUES ('big', ?)").run('x'.repeat(1_000_000));
    });
    expect(refusalOf(() => fill())).toMatchObject({ code: 'cannot-write' });
    expect(database.prepare('SELECT count(*) FROM site').pluck().get()).toBe(0);
    database.close();
  });

  it('says that a connection for reading cannot write', () => {
    const database = new Database(join(folder, 'full.anchorage'), { readonly: true });
    expect(refusalOf(() => database.exec("INSERT INTO site VALUES ('acme.example')"))).toMatchObject({
      code: 'cannot-write',
    });
    database.close();
  });

  it('leaves faults of our own as they are', () => {
    const known = new AppError('bad-filter', 'The filter …');
    expect(fromSqliteError(known, '')).toBe(known);
    const database = new Database(':memory:');
    expect(refusalOf(() => database.exec('SELEC 1'))).toBeInstanceOf(Database.SqliteError);
    database.close();
  });
});
