import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { electronBinary } from '../../src/cli/electron-binary.ts';

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'anchorage-electron-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

describe('electronBinary', () => {
  it('is the executable the package noted after its download', () => {
    const folder = folderWith({ 'path.txt': 'electron', 'dist/electron': '' });
    expect(electronBinary({}, folder)).toEqual({ kind: 'found', path: join(folder, 'dist', 'electron') });
  });

  it.each([
    ['nothing was downloaded', {}],
    ['the download was removed again', { 'path.txt': 'electron' }],
  ])('says what to type when %s', (_, files) => {
    expect(electronBinary({}, folderWith(files))).toMatchObject({
      kind: 'missing',
      reason: expect.stringContaining('npx install-electron'),
    });
  });

  it('says what to type when the package is missing', () => {
    expect(electronBinary({}, null)).toMatchObject({ kind: 'missing', reason: expect.stringContaining('npm ci') });
  });

  it('prefers the folder ELECTRON_OVERRIDE_DIST_PATH names', () => {
    const names = ['electron', 'electron.exe', 'Electron.app/Contents/MacOS/Electron'];
    const folder = folderWith(Object.fromEntries(names.map((name) => [name, ''])));
    const binary = electronBinary({ ELECTRON_OVERRIDE_DIST_PATH: folder }, null);
    expect(binary).toMatchObject({ kind: 'found', path: expect.stringContaining(folder) });
  });

  it('says so when that folder holds no executable, instead of taking another', () => {
    const found = folderWith({ 'path.txt': 'electron', 'dist/electron': '' });
    expect(electronBinary({ ELECTRON_OVERRIDE_DIST_PATH: join(found, 'none') }, found)).toMatchObject({
      kind: 'missing',
      reason: expect.stringContaining('ELECTRON_OVERRIDE_DIST_PATH'),
    });
  });
});
