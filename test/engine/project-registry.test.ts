import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createJobRunner } from '../../src/engine/jobs/job-runner.ts';
import { createProject, type OpenProject } from '../../src/engine/open-projects.ts';
import { createProjectRegistry } from '../../src/engine/project-registry.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { thrownCode } from '../support/thrown-code.ts';

const folder = temporaryFolder();
const path = join(folder, 'client.anchorage');
createProject(path, {
  name: 'Acme',
  sites: ['acme.example'],
  brandWords: [],
  moneyWords: [],
  languages: [],
  countries: [],
});

async function noJobs(project: OpenProject) {
  const idle = async () => '';
  const work = { import: idle, check: idle, score: idle };
  const now = () => '2026-11-21T12:00:00.000Z';
  return createJobRunner({ project, work, whenCancelled: () => '', onChange: () => {}, now });
}

describe('createProjectRegistry', () => {
  it('opens a project once, also when two windows ask at the same moment', async () => {
    const registry = createProjectRegistry(noJobs);
    const [one, two] = await Promise.all([registry.open(path), registry.open(join(folder, '.', 'client.anchorage'))]);
    expect(two).toBe(one);
    expect(await registry.open(path)).toBe(one);
    expect(registry.get(one.id)).toBe(one);
    await registry.close(one.id);
    expect(await thrownCode(() => registry.get(one.id))).toBe('not-found');
    await registry.close(one.id);
  });

  it('lets go of the file when its jobs cannot be read', async () => {
    let closed: OpenProject | null = null;
    const registry = createProjectRegistry((project) => {
      closed = project;
      throw new Error('no jobs');
    });
    await expect(registry.open(path)).rejects.toThrow('no jobs');
    expect(closed).toMatchObject({ reader: { open: false } });
  });

  it('closes what is still being opened', async () => {
    const registry = createProjectRegistry(noJobs);
    const opening = registry.open(path);
    await registry.closeAll();
    expect((await opening).reader.open).toBe(false);
  });
});
