import { defineConfig } from '@playwright/test';
import { findChromium } from './test/support/find-chromium.ts';

/** The window in a real browser, served by the browser host from the build in out/. */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'out/test-results',
  timeout: 120_000,
  expect: { timeout: 10_000 },
  workers: 1,
  reporter: [['list']],
  use: {
    viewport: { width: 1280, height: 800 },
    launchOptions: {
      executablePath: findChromium() ?? '',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
});
