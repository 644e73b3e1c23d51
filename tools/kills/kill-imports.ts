/**
 * `node tools/kills/kill-imports.ts [HITS] [ROWS] [SEED]`: kills imports at random moments until so many kills hit one that was under way,
 * and prints what was left. Not part of the tests.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom } from '../../src/engine/sample/seeded-random.ts';
import { killImports } from './killed-import.ts';

const [hits = '100', rows = '100000', seed = 'kills'] = process.argv.slice(2);
/** Two threads that strip TypeScript at once can end V8 otherwise. */
const NODE_FLAGS = ['--wasm-wrapper-tiering-budget=1000000000'];

const folder = mkdtempSync(join(tmpdir(), 'anchorage-kills-'));
try {
  const report = await killImports({
    folder,
    rows: Number(rows),
    hits: Number(hits),
    random: seededRandom(seed),
    nodeFlags: NODE_FLAGS,
  });
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  const hit = report.whileReading + report.whileFinishing;
  process.exitCode = report.faults.length === 0 && hit === Number(hits) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
