import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createProjectFile, SITE } from '../support/project-file.ts';
import { jsonOf, startCli } from '../support/run-cli.ts';

const PAGES = 400;
const PAGE = `<!doctype html><title>Floors</title><main><p>${'The floor was laid in spring. '.repeat(30)}</p>
  <p>Laid by <a href="https://${SITE}/">Acme</a>.</p></main>`;

let file: ReturnType<typeof createProjectFile>;
let server: Server;
let asked: string[];
let hasBegun: PromiseWithResolvers<void>;
let mayEnd: PromiseWithResolvers<void>;

/** Answers all pages at their pace but the last of them, so that the check goes on until `mayEnd`. */
beforeEach(async () => {
  file = createProjectFile(
    Array.from({ length: PAGES }, (_, index) => `http://host${index % 40}.example/post/${index}`),
  );
  asked = [];
  hasBegun = Promise.withResolvers();
  mayEnd = Promise.withResolvers();
  server = createServer((request, response) => {
    if (request.url === '/robots.txt') {
      response.writeHead(404).end();
      return;
    }
    asked.push(request.url ?? '');
    hasBegun.resolve();
    const answer = () => response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE);
    if (request.url === `/post/${PAGES - 1}`) void mayEnd.promise.then(answer);
    else setTimeout(answer, 100);
  });
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready);
  });
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
  file.remove();
});

const run = (...args: readonly string[]) => startCli(file.folder, ...args, '--json');

describe('verify', () => {
  it('stores every answer while other commands write, and lets none of them check or import', async () => {
    writeFileSync(join(file.folder, 'spam.txt'), 'host1.example\nhost2.example\n');
    const web = ['--resolve', `*:127.0.0.1:${(server.address() as AddressInfo).port}`, '--allow-private'];
    const check = run('verify', file.path, ...web, '--timeout', '300');
    await hasBegun.promise;
    const mark = (host: number) =>
      run('mark', file.path, '--filter', `domain:host${host}.example`, '--verdict', 'keep');
    const others = await Promise.all([
      run('score', file.path),
      run('lists', 'add', file.path, 'spam.txt'),
      mark(3).then(() => mark(4)),
      run('disavow', 'import', file.path, 'spam.txt').then(() => run('links', file.path)),
    ]);
    const refused = await Promise.all([
      run('verify', file.path, ...web),
      run('import', file.path, 'spam.txt'),
      run('undo-import', file.path, '1'),
    ]);
    mayEnd.resolve();
    const checked = await check;
    expect(refused.map(({ code }) => code)).toEqual([2, 2, 2]);
    const locked = { error: { code: 'project-locked', details: { process: expect.any(Number) } } };
    expect(refused.map(jsonOf)).toMatchObject([locked, locked, locked]);
    expect([...others, checked].map(({ code }) => code)).toEqual([0, 0, 0, 0, 0]);
    expect(jsonOf(checked)).toMatchObject({ checked: PAGES, live: PAGES });
    expect(asked).toHaveLength(PAGES);
    expect(await run('verify', file.path, '--only', 'unchecked').then(jsonOf)).toMatchObject({ checked: 0 });
    // Each of the runs is a process that has to start.
  }, 120_000);
});
