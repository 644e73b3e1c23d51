import { spawnSync } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
const NEWEST_OUTPUTS = ['out/main/index.js', 'out/main/engine.js', 'out/preload/index.cjs', 'out/renderer/host.js'];

/** The build in out/, made anew when a source is younger than it: tests of the built bundles must not see an old one. */
export function buildOutput(): string {
  const outputs = NEWEST_OUTPUTS.map((file) => join(ROOT, file));
  const builtAt = Math.min(...outputs.map((file) => (existsSync(file) ? statSync(file).mtimeMs : 0)));
  const sources = globSync('src/**/*.{ts,tsx,css,html}', { cwd: ROOT });
  if (sources.some((file) => statSync(join(ROOT, file)).mtimeMs > builtAt)) build();
  return join(ROOT, 'out');
}

function build(): void {
  const cli = join(ROOT, 'node_modules/electron-vite/bin/electron-vite.js');
  const { status, stderr } = spawnSync(process.execPath, [cli, 'build', '--logLevel', 'error'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The build failed:\n${stderr}`);
}
