import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, expect, test } from '@playwright/test';
import { type ElectronBinary, electronBinary } from '../../src/cli/electron-binary.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** What Chromium needs where tests run as root or without a screen. */
function platformArgs(): string[] {
  if (process.platform !== 'linux') return [];
  const hasScreen = process.env['DISPLAY'] !== undefined || process.env['WAYLAND_DISPLAY'] !== undefined;
  return [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...(hasScreen ? [] : ['--ozone-platform=headless'])];
}

async function openRealWindow({ path }: Extract<ElectronBinary, { kind: 'found' }>) {
  const userData = mkdtempSync(join(tmpdir(), 'anchorage-user-data-'));
  const app = await _electron.launch({
    executablePath: path,
    args: [...platformArgs(), `--user-data-dir=${userData}`, ROOT],
    cwd: ROOT,
  });
  const page = await app.firstWindow();
  await expect(page).toHaveTitle(/Anchorage/);
  await expect(page.getByRole('button', { name: /new project/i }).first()).toBeVisible();
  expect(page.url()).toBe('app://anchorage/');
  expect(await page.evaluate(() => 'require' in globalThis || 'process' in globalThis)).toBe(false);
  await app.close();
}

test('the desktop app opens its window where Electron’s binary is, and says what to type where it is not', async () => {
  const binary = electronBinary();
  if (binary.kind === 'found') {
    await openRealWindow(binary);
  } else {
    console.log(`The real Electron was not started: ${binary.reason}`);
    expect(binary.reason).toMatch(/Run "np(m|x) |ELECTRON_OVERRIDE_DIST_PATH/);
  }
});
