import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createProjectFile } from '../support/project-file.ts';
import { jsonOf, runCli } from '../support/run-cli.ts';

const HOSTS = 20;
let file: ReturnType<typeof createProjectFile>;
let server: Server;

beforeAll(async () => {
  file = createProjectFile(Array.from({ length: HOSTS }, (_, index) => `http://host${index}.example/post`));
  server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
});
afterAll(() => file.remove());

describe('verify through a proxy that nobody runs', () => {
  it('stops like one that was cancelled, stores nothing, and is gone on with by the same command', async () => {
    const proxy = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    await new Promise((closed) => server.close(closed));
    const verify = () => runCli(file.folder, 'verify', 'client.anchorage', '--proxy', proxy, '--json');
    const first = verify();
    expect(first.code).toBe(3);
    expect(jsonOf(first)).toMatchObject({
      error: {
        code: 'unreachable',
        message: expect.stringMatching(/ECONNREFUSED.*The same command goes on where it stopped\.$/),
      },
    });
    expect(jsonOf(runCli(file.folder, 'checks', 'client.anchorage', '--json'))).toMatchObject({ total: 0 });
    expect(verify().stderr).toContain(`was interrupted after 0 of ${HOSTS} pages`);
  }, 30_000);
});
