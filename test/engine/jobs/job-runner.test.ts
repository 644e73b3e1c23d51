import { beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../src/contract/app-error.ts';
import type { JobKind, JobStatus } from '../../../src/contract/jobs.ts';
import { openForWriting } from '../../../src/engine/db/open-project.ts';
import type { ProjectWriter } from '../../../src/engine/db/project-writer.ts';
import type { JobControl } from '../../../src/engine/jobs/job-control.ts';
import { createJobRunner, type JobRunner, type JobWork } from '../../../src/engine/jobs/job-runner.ts';
import { type OpenProject, writerOf } from '../../../src/engine/open-projects.ts';
import { NOON } from '../../support/memory-project.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { testProject } from '../../support/test-project.ts';
import { thrownCode } from '../../support/thrown-code.ts';
import { waitUntil } from '../../support/wait-until.ts';

const folder = temporaryFolder();
let project: OpenProject;
let count = 0;
let seen: JobStatus[];
let ran: string[];

beforeEach(async () => {
  project = await testProject(folder, `jobs-${count++}`);
  seen = [];
  ran = [];
});

function runner(work: Partial<Record<JobKind, JobWork>>, on: OpenProject = project): JobRunner {
  const none: JobWork = () => Promise.resolve('');
  return createJobRunner({
    project: on,
    work: { import: none, check: none, score: none, ...work },
    whenCancelled: ({ kind }) => `The ${kind} was cancelled.`,
    onChange: (job) => seen.push(job),
    now: () => NOON,
  });
}

/** Work that notes its parameters and lasts until `finish` is called or the job is cancelled. */
function openEnded() {
  const end = Promise.withResolvers<void>();
  const work: JobWork = async ({ params }, control) => {
    ran.push(String(params));
    control.signal.addEventListener('abort', () => end.resolve());
    await end.promise;
    control.signal.throwIfAborted();
    await control.whenRunning();
    control.signal.throwIfAborted();
    return 'Finished.';
  };
  return { work, finish: end.resolve };
}

function isRunning(id: number): () => boolean {
  return () => seen.some((job) => job.id === id && job.state === 'running');
}

describe('createJobRunner', () => {
  it('runs jobs one after the other in the order they came, and remembers how they ended', async () => {
    const order: string[] = [];
    const work: JobWork = async ({ params }) => {
      order.push(`${String(params)} starts`);
      await Promise.resolve();
      order.push(`${String(params)} ends`);
      return `${String(params)} done`;
    };
    const jobs = runner({ import: work, score: work });
    const [first] = await Promise.all([jobs.start('import', 'One', 'one'), jobs.start('score', 'Two', 'two')]);
    expect(first).toMatchObject({ state: 'queued', title: 'One', unit: 'bytes', projectId: project.id });
    await jobs.whenIdle();
    expect(order).toEqual(['one starts', 'one ends', 'two starts', 'two ends']);
    expect(jobs.list()).toMatchObject([
      { title: 'Two', state: 'done', message: 'two done', finishedAt: NOON },
      { title: 'One', state: 'done', message: 'one done', finishedAt: NOON },
    ]);
  });

  it('goes on with the next job after one that failed', async () => {
    const jobs = runner({ import: () => Promise.reject(new Error('no such luck')) });
    await jobs.start('import', 'One', null);
    await jobs.start('score', 'Two', null);
    await jobs.whenIdle();
    expect(jobs.list()).toMatchObject([
      { state: 'done' },
      { state: 'failed', message: expect.stringMatching(/no such luck/) },
    ]);
  });

  it('pauses a check that lost the network, with what it says, and goes on with the next job', async () => {
    const lost = new AppError('unreachable', 'No host answers any more.');
    let isLost = true;
    const jobs = runner({ check: () => (isLost ? Promise.reject(lost) : Promise.resolve('Finished.')) });
    const { id } = await jobs.start('check', 'One', null);
    await jobs.start('score', 'Two', null);
    await jobs.whenIdle();
    expect(jobs.list()).toMatchObject([
      { title: 'Two', state: 'done' },
      { title: 'One', state: 'paused', finishedAt: null, message: 'No host answers any more.' },
    ]);
    isLost = false;
    await jobs.resume(id);
    await jobs.whenIdle();
    expect(jobs.list()).toContainEqual(expect.objectContaining({ title: 'One', state: 'done', message: 'Finished.' }));
  });

  it('makes a running job wait and lets it go on', async () => {
    const { work, finish } = openEnded();
    const jobs = runner({ import: work });
    const { id } = await jobs.start('import', 'Importing', 'a');
    await waitUntil('the job runs', isRunning(id));
    expect(await jobs.pause(id)).toMatchObject({ state: 'paused' });
    expect(await thrownCode(() => jobs.pause(id))).toBe('wrong-use');
    finish();
    expect(await jobs.resume(id)).toMatchObject({ state: 'running' });
    expect(await thrownCode(() => jobs.resume(id))).toBe('wrong-use');
    await jobs.whenIdle();
    expect(jobs.list()).toMatchObject([{ state: 'done' }]);
  });

  it('stops a check that is paused, lets others go first, and starts it again with what is given then', async () => {
    const asked: unknown[] = [];
    const check: JobWork = async ({ params }, { signal }) => {
      asked.push(params);
      if (asked.length === 1) await new Promise((stopped) => signal.addEventListener('abort', stopped));
      signal.throwIfAborted();
      return 'Finished.';
    };
    const jobs = runner({ check });
    const { id } = await jobs.start('check', 'Paused', { filter: 'a', settings: 'slow' });
    await waitUntil('the check runs', isRunning(id));
    expect(await jobs.pause(id)).toMatchObject({ state: 'paused' });
    await jobs.start('check', 'Second', { filter: 'b', settings: 'slow' });
    await jobs.whenIdle();
    expect(jobs.list()).toMatchObject([
      { title: 'Second', state: 'done' },
      { title: 'Paused', state: 'paused', message: '', process: null },
    ]);
    await jobs.resume(id, { settings: 'fast' });
    await jobs.whenIdle();
    expect(jobs.list()).toContainEqual(expect.objectContaining({ title: 'Paused', state: 'done' }));
    expect(asked.at(-1)).toEqual({ filter: 'a', settings: 'fast' });
    const stored = project.reader.prepare('SELECT params, owner FROM job WHERE id = ?').get(id);
    expect(stored).toEqual({ params: '{"filter":"a","settings":"fast"}', owner: '' });
  });

  it('can go on with a check at once after it was paused', async () => {
    const { work } = openEnded();
    let times = 0;
    const jobs = runner({
      check: (job, control) => (++times === 1 ? work(job, control) : Promise.resolve('Finished.')),
    });
    const { id } = await jobs.start('check', 'Checking', 'a');
    await waitUntil('the check runs', isRunning(id));
    await Promise.all([jobs.pause(id), waitUntil('it pauses', () => seen.at(-1)?.state === 'paused')]);
    await jobs.resume(id);
    await jobs.whenIdle();
    expect([times, jobs.list()[0]?.state]).toEqual([2, 'done']);
  });

  it('cancels what runs, what is paused and what waits in line', async () => {
    const one = openEnded();
    const jobs = runner({ check: one.work });
    const first = await jobs.start('check', 'One', 'one');
    const second = await jobs.start('check', 'Two', 'two');
    await waitUntil('the first job runs', isRunning(first.id));
    expect(await jobs.cancel(second.id)).toMatchObject({ state: 'cancelled' });
    await jobs.pause(first.id);
    await jobs.cancel(first.id);
    await jobs.whenIdle();
    expect(jobs.list()).toMatchObject([
      { title: 'Two', state: 'cancelled', finishedAt: NOON },
      { title: 'One', state: 'cancelled', message: 'The check was cancelled.' },
    ]);
    expect(ran).toEqual(['one']);
    expect(await thrownCode(() => jobs.cancel(99))).toBe('not-found');
    expect(await jobs.cancel(first.id)).toMatchObject({ state: 'cancelled' });
  });

  it('lets a cancelled check go on that has something left, and nothing else that has ended', async () => {
    const { work } = openEnded();
    const jobs = runner({ check: work, score: work });
    const check = await jobs.start('check', 'Check', 'half');
    await waitUntil('the check runs', isRunning(check.id));
    await jobs.cancel(check.id);
    const score = await jobs.start('score', 'Score', 'all');
    await jobs.cancel(score.id);
    await jobs.whenIdle();
    expect(await thrownCode(() => jobs.resume(score.id))).toBe('wrong-use');

    const later = runner({
      check: ({ params }, control) => {
        control.progress(9, 9);
        return Promise.resolve(`${String(params)} done`);
      },
    });
    expect(await later.resume(check.id)).toMatchObject({ state: 'queued', message: '', finishedAt: null });
    await later.whenIdle();
    expect(later.list()).toContainEqual(expect.objectContaining({ state: 'done', message: 'half done', done: 9 }));
    expect(await thrownCode(() => later.resume(check.id))).toBe('wrong-use');
  });

  it('counts the time at work without waits and pauses', async () => {
    const { work, finish } = openEnded();
    let minute = 0;
    const none: JobWork = () => Promise.resolve('');
    const jobs = createJobRunner({
      project,
      work: { import: work, check: none, score: none },
      whenCancelled: () => '',
      onChange: (job) => seen.push(job),
      now: () => new Date(60_000 * minute).toISOString(),
    });
    const { id } = await jobs.start('import', 'Importing', null);
    await waitUntil('the job runs', isRunning(id));
    minute = 5;
    expect(await jobs.pause(id)).toMatchObject({ workedMs: 5 * 60_000 });
    minute = 30;
    await jobs.resume(id);
    minute = 31;
    finish();
    await jobs.whenIdle();
    expect(jobs.list()).toMatchObject([{ state: 'done', workedMs: 6 * 60_000 }]);
  });

  it('reports progress, and tells at the end how far it came', async () => {
    const work: JobWork = (_, control: JobControl) => {
      for (let done = 1; done <= 500; done++) control.progress(done, 500);
      return Promise.resolve('');
    };
    const jobs = runner({ score: work });
    await jobs.start('score', 'Scoring', null);
    await jobs.whenIdle();
    expect(jobs.list()).toMatchObject([{ done: 500, total: 500, unit: 'links' }]);
    expect(seen.length).toBeLessThan(20);
  });

  it('closes with checks and imports left to be resumed, and nothing new taken', async () => {
    const { work } = openEnded();
    const jobs = runner({ check: work });
    const running = await jobs.start('check', 'Running', 'running');
    await jobs.start('check', 'Waiting', 'waiting');
    await jobs.start('import', 'Import', null);
    await waitUntil('the check runs', isRunning(running.id));
    await jobs.close();
    expect(await thrownCode(() => jobs.start('score', 'Late', null))).toBe('cancelled');
    expect(jobs.list().map(({ title, state }) => [title, state])).toEqual([
      ['Import', 'paused'],
      ['Waiting', 'paused'],
      ['Running', 'paused'],
    ]);

    const later = runner({ check: ({ params }) => Promise.resolve(`resumed ${String(params)}`) });
    await later.resume(running.id);
    expect(await thrownCode(() => later.resume(running.id))).toBe('wrong-use');
    await later.whenIdle();
    expect(later.list()).toContainEqual(expect.objectContaining({ title: 'Running', message: 'resumed running' }));
  });

  it('takes no part in a line that closes while a job starts another', async () => {
    const jobs: JobRunner = runner({
      import: async (_, { signal }) => {
        await waitUntil('the project is being closed', () => signal.aborted);
        await jobs.start('score', 'After the import', null);
        return '';
      },
    });
    const { id } = await jobs.start('import', 'Import', null);
    await waitUntil('the import runs', isRunning(id));
    await jobs.close();
    expect(jobs.list()).toMatchObject([{ title: 'Import', state: 'paused' }]);
  });

  it('lists what a dead engine left behind: checks and imports to resume, scoring as failed', async () => {
    const writer = writerOf(project);
    const add = async (kind: JobKind, state: JobStatus['state']) => {
      const id = await writer.run('addJob', {
        kind,
        title: kind,
        createdAt: NOON,
        params: '"kept"',
        total: 0,
        owner: '',
      });
      await writer.run('updateJob', {
        id,
        state,
        done: 3,
        total: 9,
        message: '',
        finishedAt: null,
        tally: null,
        workedMs: 0,
        owner: '',
      });
      return id;
    };
    const check = await add('check', 'running');
    await add('import', 'running');
    await add('score', 'queued');
    await add('import', 'done');
    await writer.run('settleInterruptedJobs', NOON);
    const { work, finish } = openEnded();
    const jobs = runner({ check: work });
    expect(jobs.list().map(({ kind, state, done }) => [kind, state, done])).toEqual([
      ['import', 'done', 3],
      ['score', 'failed', 3],
      ['import', 'paused', 3],
      ['check', 'paused', 3],
    ]);
    await jobs.resume(check);
    await waitUntil('the check runs again', isRunning(check));
    expect(jobs.list()).toContainEqual(expect.objectContaining({ id: check, state: 'running', message: '' }));
    finish();
    await jobs.whenIdle();
    expect(ran).toEqual(['kept']);
  });

  it('lets a check go on whose end the project could not take', async () => {
    const writer = writerOf(project);
    let isFull = false;
    const run: ProjectWriter['run'] = async (...call) => {
      if (isFull) throw new AppError('cannot-write', 'The disk is full.');
      return await writer.run(...call);
    };
    const check: JobWork = async (_, control) => {
      control.progress(2, 8);
      if (ran.push('check') > 1) return 'All was asked.';
      isFull = true;
      throw new AppError('cannot-write', 'The disk is full.');
    };
    const jobs = runner({ check }, { ...project, writer: { ...writer, run } });
    const { id } = await jobs.start('check', 'Checking', null);
    await jobs.whenIdle();
    const failed = { id, state: 'failed', message: 'The disk is full.', done: 2, total: 8, finishedAt: NOON };
    expect(jobs.list()).toMatchObject([failed]);
    isFull = false;
    expect(await jobs.resume(id)).toMatchObject({ state: 'queued', finishedAt: null });
    await jobs.whenIdle();
    expect(jobs.list()).toMatchObject([{ id, state: 'done', message: 'All was asked.' }]);
  });

  it('says of a running job that it waits for another program to have written', async () => {
    const other = openForWriting(project.path);
    const jobs = runner({
      check: async () => {
        other.exec('BEGIN IMMEDIATE');
        await writerOf(project).run('writeSetting', 'word', 'one');
        return 'Finished.';
      },
    });
    await jobs.start('check', 'Checking', null);
    await waitUntil('the wait is told', () => seen.some(({ message }) => /another program is writing/i.test(message)));
    other.exec('COMMIT');
    other.close();
    await jobs.whenIdle();
    expect(jobs.list()).toMatchObject([{ state: 'done', message: 'Finished.' }]);
  });

  it('does not stop the line when the end of a job cannot be written down', async () => {
    const jobs = runner({
      import: async () => {
        await writerOf(project).close();
        return '';
      },
    });
    await jobs.start('import', 'Import', null);
    await jobs.whenIdle();
    expect(seen.at(-1)).toMatchObject({ state: 'failed', message: 'The project is being closed.' });
    expect(await thrownCode(() => jobs.start('score', 'Later', null))).toBe('read-only');
  });
});
