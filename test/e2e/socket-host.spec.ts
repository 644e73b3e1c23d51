import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onMessagePortMessage, postMessagePortMessage, type SupportedMessagePort } from '@orpc/client/message-port';
import { expect, test } from '@playwright/test';
import { startWebHost } from '../../src/web/start-web-host.ts';
import { buildOutput } from '../support/build-output.ts';

/** A page that shows what it gets: every port, every loss, and what comes back over the newest port. */
const PAGE = `
const log = (line) => document.body.append(Object.assign(document.createElement('p'), { textContent: line }));
window.addEventListener('message', (event) => {
  if (event.data.kind !== 'anchorage:port') return;
  const [port] = event.ports;
  log('a port');
  port.addEventListener('close', () => log('lost'));
  port.addEventListener('message', ({ data }) => log(typeof data === 'string' ? data : [...new Uint8Array(data)].join(' ')));
  port.start();
  port.postMessage('text');
  port.postMessage(new Uint8Array([123, 255, 0]));
});
window.postMessage({ kind: 'anchorage:ready' }, window.location.origin);
`;

/** An engine that says everything back. */
const echo = {
  servePort: (port: SupportedMessagePort) => onMessagePortMessage(port, (frame) => postMessagePortMessage(port, frame)),
};

function pageFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'anchorage-page-'));
  writeFileSync(join(folder, 'page.js'), PAGE);
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><link rel="icon" href="data:,"><body><script type="module" src="./page.js"></script><script src="./host.js"></script>',
  );
  copyFileSync(join(buildOutput(), 'renderer', 'host.js'), join(folder, 'host.js'));
  return folder;
}

test('host.js hands the page a port under the strict policy, and a fresh one when the host is back', async ({
  page,
}) => {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) problems.push(message.text());
  });
  const rendererFolder = pageFolder();
  const host = await startWebHost({ engine: echo, rendererFolder, token: 'fixed' });

  await page.goto(host.url);
  expect(new URL(page.url()).search).toBe('');
  const lines = page.getByRole('paragraph');
  await expect(lines).toHaveText(['a port', 'text', '123 255 0']);

  await host.close();
  await expect(lines).toHaveText(['a port', 'text', '123 255 0', 'lost']);
  const again = await startWebHost({ engine: echo, rendererFolder, token: 'fixed', port: host.port });
  await expect(lines).toHaveText(['a port', 'text', '123 255 0', 'lost', 'a port', 'text', '123 255 0']);
  await again.close();
  expect(problems).toEqual([]);
});

test('a browser that never saw the token is told where to find it', async ({ page }) => {
  const host = await startWebHost({ engine: echo, rendererFolder: pageFolder() });
  await page.goto(new URL(host.url).origin);
  await expect(page.getByRole('heading')).toHaveText('This window needs its key');
  await host.close();
});
