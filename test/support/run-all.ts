import { spawnSync } from 'node:child_process';
import { findChromium } from './find-chromium.ts';

/**
 * `npm test`: types, lint, build, unit and engine tests, then the window in a real browser. Stops at the first part that
 * fails. Where no Chromium is found it is installed by the system's own means, or the words to type are printed.
 */
const PARTS: readonly (readonly [title: string, command: string, ...args: string[]])[] = [
  ['types', 'tsc', '-b'],
  ['lint', 'oxlint', '--type-aware', '--deny-warnings', 'src', 'test', 'tools'],
  ['format', 'biome', 'check', '.'],
  ['build', 'electron-vite', 'build', '--logLevel', 'warn'],
  ['unit and engine tests', 'vitest', 'run'],
  ['browser tests', 'playwright', 'test'],
];

const chromium = findChromium();
if (chromium === null) process.exit(1);

for (const [title, command, ...args] of PARTS) {
  console.log(`\n── ${title}`);
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ANCHORAGE_CHROMIUM: chromium },
  });
  if (status !== 0) {
    console.error(`\n${title}: failed`);
    process.exit(status ?? 1);
  }
}
console.log('\nAll parts passed.');
