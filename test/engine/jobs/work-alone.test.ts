import type { ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listImports } from '../../../src/engine/db/import-queries.ts';
import { importExports } from '../../../src/engine/jobs/import-exports.ts';
import { plainControl } from '../../../src/engine/jobs/job-control.ts';
import { undoImport } from '../../../src/engine/jobs/undo-import.ts';
import { workAlone, workInTurn } from '../../../src/engine/jobs/work-alone.ts';
import { type OpenProject, writerOf } from '../../../src/engine/open-projects.ts';
import { claimProject, holderOf } from '../../../src/engine/project-holder.ts';
import { NOON } from '../../support/memory-project.ts';
import { otherProcess } from '../../support/other-process.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { testProject } from '../../support/test-project.ts';
import { thrownCode } from '../../support/thrown-code.ts';
import { waitUntil } from '../../support/wait-until.ts';

const folder = temporaryFolder();
let project: OpenProject;
let other: ChildProcess;

beforeEach(async (context) => {
  project = await testProject(folder, `work-${context.task.id}`);
  other = await otherProcess();
});
afterEach(() => {
  other.kill('SIGKILL');
});

describe('work beside that of another process', () => {
  beforeEach(async () => {
    const path = join(folder, 'links.csv');
    writeFileSync(path, 'Linking page\nhttps://a.example/1\n');
    await importExports(project, [{ path }], plainControl(), () => NOON);
    await claimProject(project, other.pid);
  });

  it('is refused with the number of that process, and not begun', async () => {
    let isBegun = false;
    const failure = workAlone(project, () => {
      isBegun = true;
      return Promise.resolve();
    });
    await expect(failure).rejects.toMatchObject({ code: 'project-locked', details: { process: other.pid } });
    expect(isBegun).toBe(false);
  });

  it('takes no import back', async () => {
    expect(await thrownCode(() => undoImport(project, 1))).toBe('project-locked');
    expect(listImports(project.reader)).toHaveLength(1);
  });

  it('waits for its turn in a window, and says for whom', async () => {
    const said: string[] = [];
    const control = { ...plainControl(), say: (message: string) => said.push(message) };
    const done = workInTurn(project, control, () => Promise.resolve('done'));
    await waitUntil('it says so', () => said.length > 0);
    other.kill('SIGKILL');
    expect(await done).toBe('done');
    expect(said[0]).toBe(
      `Another program (process ${other.pid}) is importing into this project or checking its links; this job waits for it.`,
    );
  });

  it('can be cancelled while it waits', async () => {
    const stop = new AbortController();
    const control = { ...plainControl(stop.signal), say: () => stop.abort(new Error('stopped')) };
    await expect(workInTurn(project, control, () => Promise.resolve())).rejects.toThrow('abort');
  });

  it('leaves the import of that process running', async () => {
    const writer = writerOf(project);
    const start = { fileName: 'more.csv', fileHash: 'other', sizeBytes: 1, options: '{}', importedAt: NOON };
    const read = { format: 'gsc-latest-links', vendor: 'gsc', confidence: 1, metrics: [] } as const;
    const id = await writer.run('startImport', { ...start, ...read });
    const stateOf = () => listImports(project.reader).find((row) => row.id === id)?.state;
    await writer.run('settleInterruptedJobs', NOON, { jobs: [], isOtherAtWork: true });
    expect(stateOf()).toBe('running');
    await writer.run('settleInterruptedJobs', NOON);
    expect(stateOf()).toBe('failed');
  });
});

describe('two works of one process', () => {
  it('keep others out until the last has ended', async () => {
    const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const asOther = () => claimProject(project, other.pid);
    let begun = 0;
    const works = [first, second].map(({ promise }) =>
      workAlone(project, () => {
        begun += 1;
        return promise;
      }),
    );
    await waitUntil('both have begun', () => begun === 2);
    first.resolve();
    await works[0];
    expect(await asOther()).toBe(process.pid);
    second.resolve();
    await Promise.all(works);
    expect(await asOther()).toBeNull();
    expect(holderOf(project)).toBe(other.pid);
  });
});
