import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleFile } from '../../src/engine/sample/sample-files.ts';
import { sampleProject } from '../../src/engine/sample/sample-project.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'anchorage-make-sample-'));
  execFileSync(process.execPath, ['tools/make-sample.ts', folder]);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('make-sample', () => {
  it('writes exactly the files of the sample', () => {
    expect(readdirSync(folder).sort()).toEqual(
      [...sampleProject.exports, sampleProject.oldDisavowFile, 'web.jsonl'].sort(),
    );
  });

  it.each([...sampleProject.exports, sampleProject.oldDisavowFile, 'web.jsonl'])('writes %s as it ships', (name) => {
    expect(readFileSync(join(folder, name)).equals(readFileSync(sampleFile(name)))).toBe(true);
  });
});
