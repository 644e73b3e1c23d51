import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { beforeEach, describe, expect, it } from 'vitest';
import type { OpenProject } from '../../src/engine/open-projects.ts';
import { holdProject } from '../../src/engine/project-holder.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { testProject } from '../support/test-project.ts';

const folder = temporaryFolder();
let project: OpenProject;

beforeEach(async (context) => {
  project = await testProject(folder, `holder-${context.task.id}`);
});

describe('holdProject', () => {
  it('claims a project nobody holds, and knows its own claim again', async () => {
    expect(await holdProject(project)).toBe(true);
    expect(await holdProject(project)).toBe(true);
  });

  it('leaves a project to an engine that lives, and takes it over from one that is gone', async () => {
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await once(other, 'spawn');
    expect(await holdProject(project, other.pid)).toBe(true);
    expect(await holdProject(project)).toBe(false);
    other.kill();
    await once(other, 'exit');
    expect(await holdProject(project)).toBe(true);
  });
});
