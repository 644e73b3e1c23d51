/** `node tools/kills/run-kills.ts [KILLS] [PAGES]`: kills a check at random moments and prints what was left. Not part of the tests. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BENCH_SITE } from '../bench/ahrefs-rows.ts';
import { createCheckProject } from '../bench/check-project.ts';
import { killChecks } from './killed-check.ts';

const kills = Number(process.argv[2] ?? 100);
const pages = Number(process.argv[3] ?? 20_000);
/** Every fifth kill comes while a run starts or soon after, the others while it checks. */
const WHILE_STARTING = 0.2;
const STARTING_MS = 1_500;
const CHECKING_MS = 400;

const folder = mkdtempSync(join(tmpdir(), 'anchorage-kills-'));
try {
  const path = join(folder, 'client.anchorage');
  await createCheckProject(path, pages);
  const report = await killChecks({
    path,
    site: BENCH_SITE,
    kills,
    nextKill: () =>
      Math.random() < WHILE_STARTING
        ? { after: 'start', ms: Math.random() * STARTING_MS }
        : { after: 'first-page', ms: Math.random() * CHECKING_MS },
    nodeFlags: [],
    answerDelayMs: 20,
  });
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  const isSound = report.lost === 0 && report.askedAgain.length === 0 && report.checkedOnce === pages;
  process.exitCode = isSound ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
