import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { hostname } from 'node:os';
import { beforeEach, describe, expect, it } from 'vitest';
import { type OpenProject, writerOf } from '../../src/engine/open-projects.ts';
import { claimProject, holderAfter, holderOf } from '../../src/engine/project-holder.ts';
import { otherProcess } from '../support/other-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { testProject } from '../support/test-project.ts';

const folder = temporaryFolder();
let project: OpenProject;

beforeEach(async (context) => {
  project = await testProject(folder, `holder-${context.task.id}`);
});

describe('claimProject', () => {
  it('claims a project nobody holds, and knows its own claim again', async () => {
    expect(await claimProject(project)).toBeNull();
    expect(await claimProject(project)).toBeNull();
  });

  it('leaves a project to a process that lives, and takes it over from one that is gone', async () => {
    const other = await otherProcess();
    expect(await claimProject(project, other.pid)).toBeNull();
    expect([await claimProject(project), holderOf(project)]).toEqual([other.pid, other.pid]);
    other.kill();
    await once(other, 'exit');
    expect(await claimProject(project)).toBeNull();
  });

  it('takes a project over from one that was killed and that nobody has collected', async () => {
    const script =
      'const { spawn } = require("node:child_process"); const child = spawn("sleep", ["100"]);' +
      'console.log(child.pid); setTimeout(() => { process.kill(child.pid, 9); for (;;); }, 200);';
    const parent = spawn(process.execPath, ['-e', script]);
    const [pid] = await once(parent.stdout, 'data');
    expect(await claimProject(project, Number(pid))).toBeNull();
    expect(await holderAfter(project, 5_000)).toBeNull();
    expect(await claimProject(project)).toBeNull();
    parent.kill('SIGKILL');
  });

  it('takes a project over from a number that another process has now', async () => {
    const claim = `${process.ppid}@${hostname()} 1`;
    await writerOf(project).run('writeSetting', 'working', claim);
    expect(await claimProject(project)).toBe(process.platform === 'linux' ? null : process.ppid);
  });
});
