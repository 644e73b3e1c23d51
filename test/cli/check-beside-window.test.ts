import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EngineEvent, JobStatus } from '../../src/contract/jobs.ts';
import { html, type LoopbackWeb, openLoopbackWeb } from '../engine/crawl/loopback-web.ts';
import { NODE_FLAGS } from '../support/node-flags.ts';
import { createProjectFile, SITE } from '../support/project-file.ts';
import { type TestEngine, testEngine } from '../support/test-engine.ts';
import { waitUntil } from '../support/wait-until.ts';

const ENTRY = resolve(import.meta.dirname, '../../src/cli/main.ts');
const PAGES = 240;
const HOSTS = 60;
const TEXT = 'The floor was laid in spring and has held since. '.repeat(20);
const PAGE = html(
  `<title>Floors</title><main><p>${TEXT}</p><p>Laid by <a href="https://${SITE}/">Acme</a>.</p></main>`,
);

let web: LoopbackWeb;
let file: ReturnType<typeof createProjectFile>;
let engine: TestEngine;
let projectId: string;
let events: EngineEvent[];
const children: ChildProcess[] = [];

beforeEach(async () => {
  const hosts = Array.from({ length: HOSTS }, (_, index) => `host${index}.example`);
  const slowly: typeof PAGE = (request, response) => void setTimeout(() => PAGE(request, response), 60);
  web = await openLoopbackWeb(Object.fromEntries(hosts.map((host) => [host, slowly])));
  file = createProjectFile(Array.from({ length: PAGES }, (_, index) => `http://host${index % HOSTS}.example/${index}`));
  engine = testEngine(join(file.folder, 'data'));
  projectId = (await engine.calls.project.open({ path: file.path })).id;
  events = [];
  void listen();
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await engine.calls.project.close({ projectId });
  await web.close();
  file.remove();
});

async function listen(): Promise<void> {
  for await (const event of await engine.calls.app.events()) events.push(event);
}

/** `verify` of all pages in a process of its own; `ended` gives its JSON. */
function verify(): { child: ChildProcess; ended: Promise<string>; errors: () => string } {
  const asked = ['verify', file.path, '--resolve', `*:127.0.0.1:${web.port}`, '--allow-private', '--concurrency', '4'];
  const child = spawn(process.execPath, [...NODE_FLAGS, ENTRY, ...asked, '--json']);
  children.push(child);
  let output = '';
  let errors = '';
  child.stdout.on('data', (text: Buffer) => {
    output += text.toString();
  });
  child.stderr.on('data', (text: Buffer) => {
    errors += text.toString();
  });
  return { child, ended: once(child, 'close').then(() => output), errors: () => errors };
}

async function check(): Promise<JobStatus | undefined> {
  return (await engine.calls.jobs.list({ projectId })).find(({ kind }) => kind === 'check');
}

function toldOf(child: ChildProcess, isSo: (job: JobStatus) => boolean): () => boolean {
  return () => events.some((event) => event.kind === 'job' && event.job.process === child.pid && isSo(event.job));
}

describe('a check of the command line beside a window', () => {
  it('is seen there with its progress, and is not the window’s to stop', async () => {
    const { child } = verify();
    await waitUntil(
      'its progress is told',
      toldOf(child, ({ done }) => done > 4),
    );
    const job = await check();
    expect(job).toMatchObject({ state: 'running', process: child.pid, total: PAGES });
    const told = engine.calls.jobs.cancel({ projectId, id: job?.id ?? 0 });
    await expect(told).rejects.toMatchObject({
      code: 'wrong-use',
      message: expect.stringContaining('another program'),
    });
    await waitUntil('the views are told', () => events.some(({ kind }) => kind === 'changed'));
  }, 30_000);

  it('that is killed is told as interrupted with what it found, and goes on by the same command', async () => {
    const first = verify();
    await waitUntil(
      'its progress is told',
      toldOf(first.child, ({ done }) => done > 4),
    );
    first.child.kill('SIGKILL');
    await first.ended;
    const job = await check();
    expect(job).toMatchObject({ state: 'paused', process: null, message: expect.stringMatching(/^Interrupted/) });
    const second = verify();
    expect(JSON.parse(await second.ended)).toMatchObject({ checked: PAGES, live: PAGES });
    expect(second.errors()).toContain('Going on with the check');
    const pages = web.requests.filter((asked) => !asked.endsWith('/robots.txt'));
    // Some were under way when it was killed.
    expect(pages.length).toBeLessThan(PAGES + 20);
    expect(await engine.calls.jobs.list({ projectId })).toMatchObject([{ id: job?.id, state: 'done', done: PAGES }]);
  }, 60_000);

  it('that is killed can be gone on with in the window', async () => {
    const { child, ended } = verify();
    await waitUntil(
      'its progress is told',
      toldOf(child, ({ done }) => done > 4),
    );
    child.kill('SIGKILL');
    await ended;
    const id = (await check())?.id ?? 0;
    await waitUntil('it is settled', () =>
      events.some((event) => event.kind === 'job' && event.job.id === id && event.job.state === 'paused'),
    );
    expect((await check())?.tally?.live).toBeGreaterThan(0);
    await expect(engine.calls.jobs.resume({ projectId, id })).resolves.toMatchObject({ id, process: null });
    await engine.calls.jobs.cancel({ projectId, id });
  }, 60_000);
});
