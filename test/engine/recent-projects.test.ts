import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recentProjects } from '../../src/engine/recent-projects.ts';
import { NOON } from '../support/memory-project.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = temporaryFolder();
const entry = (path: string) => ({ path, name: path, openedAt: NOON });

describe('recentProjects', () => {
  it('lists each project once, the newest first, and says which are gone', () => {
    const recent = recentProjects(join(folder, 'list'));
    recent.add(entry('/no/such/one.anchorage'));
    recent.add(entry(folder));
    recent.add(entry('/no/such/one.anchorage'));
    expect(recent.list()).toEqual([
      { ...entry('/no/such/one.anchorage'), exists: false },
      { ...entry(folder), exists: true },
    ]);
    recent.remove(folder);
    expect(recent.list()).toHaveLength(1);
  });

  it('keeps twenty', () => {
    const recent = recentProjects(join(folder, 'many'));
    for (let n = 1; n <= 25; n++) recent.add(entry(`/p/${n}`));
    expect(recent.list().map(({ path }) => path)).toEqual(Array.from({ length: 20 }, (_, n) => `/p/${25 - n}`));
  });

  it.each(['', '{"not": "a list"}', 'torn [{"path"'])('takes the unreadable file %j for an empty list', (text) => {
    writeFileSync(join(folder, 'recent-projects.json'), text);
    const recent = recentProjects(folder);
    expect(recent.list()).toEqual([]);
    recent.add(entry('/p'));
    expect(recent.list()).toHaveLength(1);
  });
});
