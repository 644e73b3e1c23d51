import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ProjectSettings } from '../../src/contract/project.ts';
import { openForWriting } from '../../src/engine/db/open-project.ts';
import { readSettings } from '../../src/engine/db/setting-queries.ts';
import { closeProject, createProject, openProject, writerOf } from '../../src/engine/open-projects.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { thrownCode } from '../support/thrown-code.ts';

const folder = temporaryFolder();
const SETTINGS: ProjectSettings = {
  name: 'Acme',
  sites: ['https://www.acme.example/'],
  brandWords: ['Acme'],
  moneyWords: [],
  languages: ['EN'],
  countries: [],
};

describe('createProject', () => {
  it('keeps sites as bare hosts', async () => {
    const path = join(folder, 'new.anchorage');
    createProject(path, SETTINGS);
    const project = await openProject(path);
    expect(readSettings(project.reader)).toEqual({ ...SETTINGS, sites: ['acme.example'], languages: ['en'] });
    await closeProject(project);
  });

  it('makes no file for settings that cannot be used', async () => {
    const path = join(folder, 'bad.anchorage');
    expect(await thrownCode(() => createProject(path, { ...SETTINGS, sites: ['not a host'] }))).toBe('wrong-use');
    expect(await thrownCode(() => openProject(path))).toBe('not-found');
  });
});

describe('openProject', () => {
  it('knows a project by its path, however it is written', async () => {
    const path = join(folder, 'same.anchorage');
    createProject(path, SETTINGS);
    const one = await openProject(path);
    const two = await openProject(join(folder, 'x', '..', 'same.anchorage'));
    expect(two.id).toBe(one.id);
    await Promise.all([closeProject(one), closeProject(two)]);
  });

  it('opens a damaged file for reading only, and says why', async () => {
    const path = join(folder, 'damaged.anchorage');
    createProject(path, SETTINGS);
    tear(path);
    const project = await openProject(path);
    expect(project.writer).toBeNull();
    expect(project.readOnlyReason).toMatch(/damaged .*nothing is written/);
    expect(readSettings(project.reader).sites).toEqual(['acme.example']);
    expect(await thrownCode(() => writerOf(project))).toBe('read-only');
    await closeProject(project);
  });
});

/** Overwrites the pages of one index, as a failing disk would. */
function tear(path: string): void {
  const database = openForWriting(path);
  const page = database
    .prepare<[], number>("SELECT rootpage FROM sqlite_schema WHERE name = 'sighting_by_backlink'")
    .pluck()
    .get();
  const pageSize = Number(database.pragma('page_size', { simple: true }));
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
  const bytes = readFileSync(path);
  bytes.fill(0xff, ((page ?? 1) - 1) * pageSize, (page ?? 1) * pageSize);
  writeFileSync(path, bytes);
}
