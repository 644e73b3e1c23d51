import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder like out/renderer, with files that say their own name. */
export function makePageFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'anchorage-page-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>index.html</title>');
  writeFileSync(join(folder, 'host.js'), '"host.js"');
  writeFileSync(join(folder, 'assets', 'index-a1b2.js'), '"index-a1b2.js"');
  writeFileSync(join(folder, 'assets', 'a name.bin'), 'a name.bin');
  return folder;
}
