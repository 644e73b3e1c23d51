import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../../src/contract/app-error.ts';
import { claimOf, WORK_CLAIM } from '../../../src/engine/db/claims.ts';
import { dropLinkIndexes, hasLinkIndex } from '../../../src/engine/db/link-index-queries.ts';
import { CURRENT_VERSION, MIGRATIONS } from '../../../src/engine/db/migrations.ts';
import { createProjectFile, findDamage, openForReading, openForWriting } from '../../../src/engine/db/open-project.ts';
import { APPLICATION_ID } from '../../../src/engine/db/project-database.ts';
import { writeSetting } from '../../../src/engine/db/setting-queries.ts';
import { otherProcess } from '../../support/other-process.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { thrownCode } from '../../support/thrown-code.ts';

const folder = temporaryFolder();
const at = (name: string) => join(folder, name);

function freshProject(name: string): string {
  createProjectFile(at(name)).close();
  return at(name);
}

function edited(path: string, edit: (database: Database.Database) => void): string {
  const database = new Database(path);
  edit(database);
  database.close();
  return path;
}

describe('createProjectFile', () => {
  it('makes an SQLite file that names its program and version in the header', () => {
    const path = freshProject('fresh.anchorage');
    const header = readFileSync(path);
    expect(header.subarray(68, 72).toString('latin1')).toBe('ANCR');
    expect(header.readUInt32BE(60)).toBe(CURRENT_VERSION);
    expect(header.readUInt32BE(68)).toBe(APPLICATION_ID);
  });

  it('never overwrites', async () => {
    writeFileSync(at('letter.txt'), 'Dear client');
    expect(await thrownCode(() => createProjectFile(at('letter.txt')))).toBe('already-exists');
    expect(readFileSync(at('letter.txt'), 'utf8')).toBe('Dear client');
  });

  it('says that the file cannot be written where its folder is missing', async () => {
    expect(await thrownCode(() => createProjectFile(at('no/such/folder.anchorage')))).toBe('cannot-write');
  });
});

describe('openForWriting and openForReading', () => {
  const cases: readonly { what: string; make: () => string; code: ErrorCode }[] = [
    { what: 'no file', make: () => at('missing.anchorage'), code: 'not-found' },
    {
      what: 'a folder',
      make: () => {
        mkdirSync(at('folder.anchorage'));
        return at('folder.anchorage');
      },
      code: 'cannot-read',
    },
    {
      what: 'a text file',
      make: () => {
        writeFileSync(at('text.anchorage'), 'domain:spam.example\n'.repeat(100));
        return at('text.anchorage');
      },
      code: 'not-a-project',
    },
    {
      what: 'an empty file',
      make: () => {
        writeFileSync(at('empty.anchorage'), '');
        return at('empty.anchorage');
      },
      code: 'not-a-project',
    },
    {
      what: 'a database of another program',
      make: () => edited(at('other.db'), (database) => database.exec('CREATE TABLE note (text TEXT)')),
      code: 'not-a-project',
    },
    {
      what: 'a project of a newer version',
      make: () =>
        edited(freshProject('newer.anchorage'), (database) => {
          database.pragma(`user_version = ${CURRENT_VERSION + 1}`);
        }),
      code: 'newer-project',
    },
    {
      what: 'a project whose schema is torn',
      make: () => {
        const path = freshProject('torn.anchorage');
        const bytes = readFileSync(path);
        bytes.fill(0xff, 100, 400);
        writeFileSync(path, bytes);
        return path;
      },
      code: 'damaged-project',
    },
  ];

  it.each(cases)('refuses $what as $code and leaves it as it is', async ({ make, code }) => {
    const path = make();
    const before = code === 'not-found' || code === 'cannot-read' ? null : readFileSync(path);
    expect(await thrownCode(() => openForWriting(path).close())).toBe(code);
    expect(await thrownCode(() => openForReading(path).pragma('table_list'))).toBe(code);
    if (before !== null) expect(readFileSync(path)).toEqual(before);
  });

  it('reads what was written, and cannot write through a reading connection', () => {
    const path = freshProject('both.anchorage');
    const writing = openForWriting(path);
    const reading = openForReading(path);
    writing.exec("INSERT INTO site VALUES ('acme.example')");
    expect(reading.prepare('SELECT host FROM site').pluck().get()).toBe('acme.example');
    expect(() => reading.exec('DELETE FROM site')).toThrow(/readonly/);
    reading.close();
    writing.close();
  });

  it('builds the indexes that an import left out, but not while the program lives that imports', async () => {
    const path = freshProject('indexes.anchorage');
    const importing = await otherProcess();
    const project = openForWriting(path);
    dropLinkIndexes(project);
    writeSetting(project, WORK_CLAIM, claimOf(importing.pid));
    const isBuiltNow = () => {
      const database = openForWriting(path);
      const isThere = hasLinkIndex(database, 'page_by_key');
      database.close();
      return isThere;
    };
    expect(isBuiltNow()).toBe(false);
    importing.kill('SIGKILL');
    await once(importing, 'exit');
    expect(isBuiltNow()).toBe(true);
    project.close();
  });

  it('copies a file of an older version before it is brought up to date', () => {
    const path = edited(at('older.anchorage'), (database) => database.pragma(`application_id = ${APPLICATION_ID}`));
    const database = openForWriting(path);
    expect(database.pragma('user_version', { simple: true })).toBe(CURRENT_VERSION);
    expect(existsSync(`${path}.before-v${CURRENT_VERSION}`)).toBe(true);
    database.close();
  });
});

describe('findDamage', () => {
  it('is null for a sound file and tells what is wrong with a torn one', () => {
    const path = freshProject('rotten.anchorage');
    const filled = openForWriting(path);
    filled.exec(`WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
      INSERT INTO target (key, url, host) SELECT 'acme.example/' || i, 'https://acme.example/' || i, 'acme.example' FROM n`);
    filled.close();
    const sound = openForReading(path);
    expect(findDamage(sound)).toBeNull();
    sound.close();
    const bytes = readFileSync(path);
    bytes.fill(0xff, bytes.length - 4096 * 2);
    writeFileSync(path, bytes);
    const torn = openForReading(path);
    expect(findDamage(torn)).not.toBeNull();
    torn.close();
  });
});

describe('MIGRATIONS', () => {
  it('are numbered without a gap, so that each is run once', () => {
    expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, index) => index + 1));
  });
});
