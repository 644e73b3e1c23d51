import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSampleWebData } from '../../src/engine/sample/sample-data.ts';

const MAIN = resolve(import.meta.dirname, '../../src/cli/main.ts');

function demo(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, 'demo', ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('anchorage demo', () => {
  it('does the main job: merges, checks, judges and writes a disavow file without errors', { timeout: 60_000 }, () => {
    const folder = mkdtempSync(join(tmpdir(), 'anchorage-demo-test-'));
    const { facts } = readSampleWebData();
    const { status, stdout } = demo(folder, '--no-serve', '--json');
    expect(status).toBe(0);
    const run = JSON.parse(stdout);
    expect(run).toMatchObject({
      totals: { backlinks: facts.backlinks, pages: facts.pages, domains: facts.domains },
      checks: { checked: facts.backlinks },
      reasons: { absent: 128, 'not-found': 102, captcha: 11, 'robots-disallowed': 14, timeout: 4, 'rate-limited': 3 },
      suggestions: { 'disavow-domain': expect.any(Number), keep: expect.any(Number) },
      oldFile: { entries: 42, errors: 2 },
      file: { errors: 0 },
    });
    expect(run.checks.live + run.checks.gone + run.checks.unknown).toBe(facts.backlinks);
    for (const { rows, accepted, duplicates, rejected } of run.imports)
      expect(accepted + duplicates + rejected).toBe(rows);
    const lines = readFileSync(join(folder, 'disavow.txt'), 'utf8').split('\n');
    expect(lines.filter((line) => line.startsWith('domain:'))).toHaveLength(run.file.domains);
    expect(lines).toContain('domain:casino-bonus-digest.example');

    const again = demo(folder, '--no-serve');
    expect(again.status).toBe(2);
    expect(again.stderr).toContain('is there from an earlier demo');
  });
});
